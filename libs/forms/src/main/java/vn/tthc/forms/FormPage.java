package vn.tthc.forms;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays a form out as an official paper is laid out (thể thức văn bản hành chính): as XHTML, for {@link FormPdf}. */
final class FormPage {
    private static final String DOTS = "..............................";
    private static final int LONG_LABEL = 100;
    /** So wide that a day stands in one line, and a code breaks after its agency at most. */
    private static final int[] REGISTER_MM = {8, 32, 33, 34, 38, 25, 20, 20, 20, 18, 14};

    private static final String STYLE = """
            @page { size: A4 {turned}; margin: 16mm 15mm 16mm 20mm;
                    @bottom-left { content: "{source}"; font-family: 'Be Vietnam Pro'; font-size: 7pt; color: #444; }
                    @bottom-right { content: counter(page) "/" counter(pages); font-family: 'Be Vietnam Pro';
                                    font-size: 7pt; color: #444; } }
            body { font-family: 'Be Vietnam Pro'; font-size: 10.5pt; line-height: 1.35; color: #000; }
            table { border-collapse: collapse; width: 100%; }
            .head td { vertical-align: top; text-align: center; padding: 0 2mm; }
            .b { font-weight: 700; }
            .i { font-style: italic; }
            .rule { width: 30mm; margin: 1mm auto 0 auto; border-top: 0.3mm solid #000; height: 0; }
            .model { text-align: right; font-size: 8pt; font-style: italic; margin-bottom: 2mm; }
            h1 { font-size: 13pt; font-weight: 700; text-align: center; margin: 6mm 10mm 4mm 10mm; }
            p { margin: 0 0 1.2mm 0; }
            .rows th, .rows td { border: 0.2mm solid #000; padding: 1mm 1.5mm; font-size: 9.5pt; vertical-align: top; }
            .rows th { font-weight: 700; text-align: center; }
            .rows { margin: 2mm 0; -fs-table-paginate: paginate; }
            .rows tr { page-break-inside: avoid; }
            .day { white-space: nowrap; }
            .register { table-layout: fixed; }
            .register th, .register td { font-size: 8pt; padding: 1mm; }
            .notes { font-size: 8.5pt; font-style: italic; margin-top: 3mm; }
            .end { page-break-inside: avoid; margin-top: 6mm; }
            .end td { vertical-align: top; text-align: center; }
            .sign { height: 22mm; }
            .qr { width: 26mm; height: 26mm; }
            .bars { width: 70mm; height: 9mm; }
            .small { font-size: 7.5pt; }
            """;

    private FormPage() {}

    static String of(Form form) {
        return "<html lang=\"vi\"><head><title>"
                + text(form.kind().title(form.edition()).vi()) + "</title><style>"
                + STYLE.replace("{turned}", turned(form)).replace("{source}", source(form))
                + "</style></head><body>"
                + head(form)
                + "<h1>" + text(form.kind().title(form.edition()).vi()) + "</h1>"
                + form.fields().stream().map(FormPage::field).collect(Collectors.joining())
                + (form.table() == null ? "" : table(form.kind(), form.table()))
                + (form.notes().isEmpty()
                        ? ""
                        : "<div class=\"notes\"><p class=\"b\">Ghi chú:</p>"
                                + form.notes().stream()
                                        .map(note -> "<p>- " + text(note) + "</p>")
                                        .collect(Collectors.joining())
                                + "</div>")
                + end(form)
                + "</body></html>";
    }

    private static String turned(Form form) {
        return isRegister(form.kind()) || form.kind() == FormKind.CONTROL_SHEET ? "landscape" : "portrait";
    }

    private static boolean isRegister(FormKind kind) {
        return kind == FormKind.REGISTER_ENTRY || kind == FormKind.REGISTER;
    }

    /** From what it was drawn; no personal data, and nothing that would end a string of the style sheet. */
    private static String source(Form form) {
        if (form.kind() == FormKind.REGISTER) {
            return "Lập từ sự kiện đã ghi nhận, đến %s".formatted(VietnameseText.moment(form.asOf()));
        }
        return "Lập từ sự kiện đã ghi nhận của hồ sơ %s, phiên bản %d, %s"
                .formatted(
                        form.dossierId().replaceAll("[^0-9a-zA-Z-]", ""),
                        form.version(),
                        VietnameseText.moment(form.asOf()));
    }

    private static String head(Form form) {
        Form.Head head = form.head();
        return "<div class=\"model\">Mẫu số " + text(form.number()) + " - Thông tư số "
                + text(form.edition().circular()) + "</div>"
                + "<table class=\"head\"><tr><td style=\"width:44%\">"
                + (head.above() == null ? "" : "<p>" + capitals(head.above()) + "</p>")
                + "<p class=\"b\">" + capitals(head.agency()) + "</p><div class=\"rule\"></div>"
                + "<p style=\"margin-top:2mm\">Số: " + (head.number() == null ? "............." : text(head.number()))
                + "</p>" + bars(form) + "</td><td>"
                + "<p class=\"b\">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
                + "<p class=\"b\">Độc lập - Tự do - Hạnh phúc</p><div class=\"rule\" style=\"width:48mm\"></div>"
                + "<p class=\"i\" style=\"margin-top:2mm\">"
                + text((head.place() == null ? ".............." : head.place()) + ", "
                        + VietnameseText.day(head.issuedAt()))
                + "</p></td></tr></table>";
    }

    /** On what the applicant brings back, and is found by. */
    private static String bars(Form form) {
        String code = form.head().number();
        return form.kind() == FormKind.RECEIPT && code != null && BarPicture.canSay(code)
                ? "<img class=\"bars\" alt=\"Mã vạch\" src=\"" + BarPicture.of(code) + "\"/>"
                : "";
    }

    private static String field(Form.Field field) {
        String label = field.label().vi();
        return "<p>" + text(label) + (label.length() > LONG_LABEL ? "<br/>" : "") + ": <span class=\"b\">"
                + value(field.value()) + "</span></p>";
    }

    private static String value(@Nullable String value) {
        return value == null || value.isBlank()
                ? "<span style=\"font-weight:400\">" + DOTS + "</span>"
                : text(value).replace("\n", "<br/>");
    }

    private static String table(FormKind kind, Form.Table table) {
        boolean register = isRegister(kind) && table.columns().size() == REGISTER_MM.length;
        return "<table class=\"rows" + (register ? " register" : "") + "\"><thead><tr>"
                + IntStream.range(0, table.columns().size())
                        .mapToObj(i -> "<th" + (register ? " style=\"width:" + REGISTER_MM[i] + "mm\"" : "") + ">"
                                + text(table.columns().get(i).vi()) + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>"
                + table.rows().stream()
                        .map(row -> "<tr>"
                                + row.stream()
                                        .map(cell -> "<td>" + cell(cell) + "</td>")
                                        .collect(Collectors.joining())
                                + "</tr>")
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }

    /** A day is not torn at its strokes, however narrow the column. */
    private static String cell(String cell) {
        return text(cell).replace("\n", "<br/>").replaceAll("\\d{2}/\\d{2}/\\d{4}", "<span class=\"day\">$0</span>");
    }

    private static String end(Form form) {
        String signatures = form.signatures().stream()
                .map(who -> "<td><p class=\"b\">" + text(who)
                        + "</p><p class=\"i small\">(Ký và ghi rõ họ tên)</p><div class=\"sign\"></div></td>")
                .collect(Collectors.joining());
        String code = form.statusUrl() == null
                ? ""
                : "<td style=\"width:34mm\"><img class=\"qr\" alt=\"QR\" src=\"" + QrPicture.of(form.statusUrl())
                        + "\"/><p class=\"small\">Quét mã để xem tình trạng hồ sơ</p></td>";
        return signatures.isEmpty() && code.isEmpty()
                ? ""
                : "<table class=\"end\"" + (signatures.isEmpty() ? " style=\"width:34mm\"" : "") + "><tr>" + code
                        + signatures + "</tr></table>";
    }

    private static String capitals(String name) {
        return text(name.toUpperCase(Locale.ROOT));
    }

    /** As text of the page: what has a meaning there is escaped, and what no XML may hold is left out. */
    private static String text(String raw) {
        StringBuilder text = new StringBuilder();
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\n', '\t' -> text.appendCodePoint(c);
                default -> {
                    boolean allowed = c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    if (allowed) {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        return text.toString();
    }
}
