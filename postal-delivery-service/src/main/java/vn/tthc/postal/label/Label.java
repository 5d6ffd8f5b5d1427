package vn.tthc.postal.label;

import org.jspecify.annotations.Nullable;
import vn.tthc.law.post.S10;

/**
 * What is printed on a label of 105 by 148 mm (A6).
 *
 * @param identifier identifier of the item
 * @param dossierCode code of its dossier
 * @param sender name of the agency or citizen it comes from; null when the person was erased
 * @param givenAt postal point at which a citizen gave it; null for what an agency sends
 * @param addressee name of whom it goes to; null when nobody is told, or the person was erased
 * @param address where that is
 * @param office delivery office there
 * @param part which of how many items it is
 */
record Label(
        String identifier,
        String dossierCode,
        @Nullable String sender,
        @Nullable String givenAt,
        @Nullable String addressee,
        @Nullable String address,
        @Nullable String office,
        String part) {
    private static final int WIDTH = 105;
    private static final int HEIGHT = 148;
    private static final double BARS_WIDTH = 80;
    private static final double SQUARE = 28;
    private static final String NOBODY = "—";

    @Override
    public String toString() {
        return "Label[" + identifier + "]";
    }

    /** The label as SVG. */
    String svg() {
        Codes.Code bars = Codes.bars(identifier);
        Codes.Code square = Codes.square(identifier);
        Drawing drawing = new Drawing(WIDTH, HEIGHT, identifier)
                .text(6, 10, 4.2, true, "BƯU CHÍNH CÔNG ÍCH · PUBLIC POST")
                .text(6, 15, 3, false, "Kết quả thủ tục hành chính · Administrative procedures")
                .line(18, WIDTH - 1)
                .modules("bars", (WIDTH - BARS_WIDTH) / 2, 23, BARS_WIDTH / bars.modules(), 20, bars.path())
                .middle(WIDTH / 2.0, 49, 5, spaced(identifier))
                .line(53, WIDTH - 1)
                .line(111, WIDTH - 1)
                .modules("square", 71, 114, SQUARE / square.modules(), SQUARE / square.modules(), square.path())
                .text(6, 119, 3, false, "Mã hồ sơ · Dossier")
                .text(6, 124.5, 4.2, true, dossierCode)
                .text(6, 131, 3, false, "Kiện · Item")
                .text(6, 136.5, 4.2, true, part);
        way().draw(drawing, 54, 109, WIDTH - 1);
        return drawing.done();
    }

    /** From whom to whom. */
    private Paragraphs way() {
        Paragraphs way =
                new Paragraphs(6, WIDTH - 12).add(0, 3, false, "Từ · From").add(0.5, 3.6, false, shown(sender));
        if (givenAt != null) {
            way.add(0, 3, false, givenAt);
        }
        return way.addRuled(2, 3, "Đến · To")
                .add(0.5, 4.4, true, shown(addressee))
                .add(0, 3.8, false, shown(address))
                .add(1, 3.4, false, "Bưu cục phát · Office: " + shown(office));
    }

    private static String shown(@Nullable String text) {
        return text == null || text.isBlank() ? NOBODY : text;
    }

    /** As the UPU prints it: RL 473 124 829 VN. Others as they are. */
    static String spaced(String identifier) {
        return S10.valid(identifier)
                ? identifier.substring(0, 2) + " " + identifier.substring(2, 5) + " " + identifier.substring(5, 8) + " "
                        + identifier.substring(8, 11) + " " + identifier.substring(11)
                : identifier;
    }
}
