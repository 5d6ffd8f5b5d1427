package vn.tthc.postal.label;

import java.util.ArrayList;
import java.util.List;
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
    private static final int LINE = 44;
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
                .text(6, 59, 3, false, "Từ · From");
        double y = lines(drawing, 6, 64, 3.6, sender == null ? NOBODY : sender);
        y = givenAt == null ? y : lines(drawing, 6, y, 3, givenAt);
        drawing.line(y, WIDTH - 1).text(6, y + 6, 3, false, "Đến · To");
        y = lines(drawing, 6, y + 12, 4.4, addressee == null ? NOBODY : addressee);
        y = lines(drawing, 6, y + 1, 3.8, address == null ? NOBODY : address);
        drawing.text(
                        6,
                        Math.min(y + 2, 108),
                        3.4,
                        false,
                        "Bưu cục phát · Office: " + (office == null ? NOBODY : office))
                .line(111, WIDTH - 1)
                .modules("square", 71, 114, SQUARE / square.modules(), SQUARE / square.modules(), square.path())
                .text(6, 119, 3, false, "Mã hồ sơ · Dossier")
                .text(6, 124.5, 4.2, true, dossierCode)
                .text(6, 131, 3, false, "Kiện · Item")
                .text(6, 136.5, 4.2, true, part);
        return drawing.done();
    }

    private static double lines(Drawing drawing, double x, double y, double size, String text) {
        double at = y;
        for (String line : wrapped(text)) {
            drawing.text(x, at, size, size > 4, line);
            at += size * 1.35;
        }
        return at;
    }

    /** Three lines at the most; what is longer ends with an ellipsis. */
    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String part = word.length() > LINE ? word.substring(0, LINE - 1) + "…" : word;
            if (!line.isEmpty() && line.length() + 1 + part.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(part);
        }
        lines.add(line.toString());
        if (lines.size() <= 3) {
            return lines;
        }
        return List.of(lines.get(0), lines.get(1), lines.get(2) + " …");
    }

    /** As the UPU prints it: RL 473 124 829 VN. Others as they are. */
    static String spaced(String identifier) {
        return S10.valid(identifier)
                ? identifier.substring(0, 2) + " " + identifier.substring(2, 5) + " " + identifier.substring(5, 8) + " "
                        + identifier.substring(8, 11) + " " + identifier.substring(11)
                : identifier;
    }
}
