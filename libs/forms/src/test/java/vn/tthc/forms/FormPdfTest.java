package vn.tthc.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.Problem;

class FormPdfTest {
    private static final URI ADDRESS = URI.create("https://hoso.example.vn/?code=N-JTXW-9GX8-XWXP#K7QM-2VXD-9RTF");
    private static final Instant AT = Instant.parse("2026-02-13T03:00:00Z");
    private static final int DPI = 150;
    private static final int ROWS = 120;

    private static Form form(String name, @Nullable URI address) {
        return new Form(
                FormKind.RECEIPT,
                Edition.TT_03_2025,
                1,
                "0190f3b2-0000-7000-8000-000000000001",
                3,
                AT,
                new Form.Head(
                        "Phường Xuân Hương - Đà Lạt", "Tỉnh Lâm Đồng", "H36.175-20260213-0000001", "Lâm Đồng", AT),
                new Fields()
                        .add("applicant.name", "Tiếp nhận hồ sơ của", "Received from", name)
                        .at("dueAt", "Thời gian trả kết quả", "Due", AT)
                        .add("phone", "Số điện thoại", "Phone", null)
                        .list(),
                new Form.Table(
                        List.of(new Messages("STT", "No."), new Messages("Tên giấy tờ", "Paper")),
                        List.of(List.of("1", "Đơn đề nghị đính chính"))),
                List.of("Mang theo giấy này khi đến nhận kết quả."),
                List.of("NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ"),
                address);
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void the_page_holds_vietnamese_with_all_its_marks_and_every_field() throws Exception {
        assertThat(text(FormPdf.draw(form("Nguyễn Thị Ỷ Nhượng", ADDRESS))))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "TỈNH LÂM ĐỒNG",
                        "PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT",
                        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                        "Mẫu số 01 - Thông tư số 03/2025/TT-VPCP",
                        "Số: H36.175-20260213-0000001",
                        "Lâm Đồng, ngày 13 tháng 02 năm 2026",
                        "Tiếp nhận hồ sơ của: Nguyễn Thị Ỷ Nhượng",
                        "Thời gian trả kết quả: 10 giờ 00 phút, ngày 13/02/2026",
                        "Số điện thoại: ....",
                        "Đơn đề nghị đính chính",
                        "NGƯỜI NỘP HỒ SƠ",
                        "phiên bản 3");
    }

    @Test
    void every_letter_of_an_address_can_be_copied_from_the_page() throws Exception {
        assertThat(text(FormPdf.draw(form("office.staff@fflab.vn, file, flow, ffi, ffl", ADDRESS))))
                .contains("office.staff@fflab.vn, file, flow, ffi, ffl");
    }

    @Test
    void a_long_table_goes_on_over_the_page_under_its_headings_and_no_row_is_torn_or_lost() throws Exception {
        Form one = form("An", ADDRESS);
        String paper = "Văn bản thoả thuận về việc sử dụng hạn chế quyền của người khác đối với thửa đất liền kề";
        Form many = new Form(
                one.kind(),
                one.edition(),
                one.nth(),
                one.dossierId(),
                one.version(),
                one.asOf(),
                one.head(),
                one.fields(),
                new Form.Table(
                        List.of(new Messages("STT", "No."), new Messages("Tên giấy tờ", "Paper")),
                        IntStream.rangeClosed(1, ROWS)
                                .mapToObj(i -> List.of(Integer.toString(i), paper + " (" + i + ")"))
                                .toList()),
                one.notes(),
                one.signatures(),
                one.statusUrl());
        try (PDDocument document = Loader.loadPDF(FormPdf.draw(many))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(3, 10);
            PDFTextStripper stripper = new PDFTextStripper();
            int next = 1;
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document).replaceAll("\\s+", " ");
                int from = next;
                while (text.contains(" (" + next + ")")) {
                    next++;
                }
                if (next > from) {
                    assertThat(text).as("page %d", page).contains("STT Tên giấy tờ", page + "/" + pages);
                }
            }
            assertThat(next).as("the first row that is nowhere").isEqualTo(ROWS + 1);
        }
    }

    @Test
    void every_font_is_in_the_document() throws Exception {
        try (PDDocument document = Loader.loadPDF(FormPdf.draw(form("An", ADDRESS)))) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).hasSizeGreaterThanOrEqualTo(2).allMatch(PDFont::isEmbedded);
            assertThat(fonts).allMatch(font -> font.getName().contains("BeVietnamPro"));
        }
    }

    @Test
    void the_code_on_the_printed_page_leads_to_the_status() throws Exception {
        try (PDDocument document = Loader.loadPDF(FormPdf.draw(form("An", ADDRESS)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(ADDRESS.toString());
        }
    }

    @Test
    void the_bars_on_a_printed_receipt_say_its_code() throws Exception {
        try (PDDocument document = Loader.loadPDF(FormPdf.draw(form("An", ADDRESS)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 2 * DPI);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new Code128Reader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo("H36.175-20260213-0000001");
        }
        assertThat(BarPicture.canSay("Mã cũ 12")).isFalse();
        assertThat(BarPicture.canSay("000.00.16.H36-240115-0077")).isTrue();
    }

    @Test
    void the_same_form_is_the_same_to_the_byte() {
        assertThat(FormPdf.draw(form("An", ADDRESS)))
                .isEqualTo(FormPdf.draw(form("An", ADDRESS)))
                .isNotEqualTo(FormPdf.draw(form("Anh", ADDRESS)));
    }

    @Test
    void what_somebody_typed_is_text_and_never_markup() throws Exception {
        assertThat(text(FormPdf.draw(
                        form("<b>A & \"B\"</b>]]>\u0000\u0008 \uD83D\uDE00 <img src='http://x.example/'/>", null))))
                .contains("<b>A & \"B\"</b>]]>", "<img src='http://x.example/'/>");
    }

    @Test
    void a_dossier_has_the_forms_of_the_day_it_came_in() {
        LocalDate from = LocalDate.parse("2025-09-15");
        assertThat(Edition.of(Instant.parse("2025-09-14T16:59:59Z"), from)).isEqualTo(Edition.TT_01_2018);
        assertThat(Edition.of(Instant.parse("2025-09-14T17:00:00Z"), from)).isEqualTo(Edition.TT_03_2025);
        assertThat(FormKind.CONTROL_SHEET.number(Edition.TT_01_2018)).isEqualTo("05");
        assertThat(FormKind.CONTROL_SHEET.number(Edition.TT_03_2025)).isEqualTo("06");
        assertThat(FormKind.APOLOGY.title(Edition.TT_01_2018).vi())
                .isEqualTo("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ");
        assertThat(FormList.raised(FormKind.STOP, Edition.TT_01_2018, 1)).isEmpty();
    }

    @Test
    void the_latest_of_its_kind_is_given_unless_another_is_asked_for() {
        assertThat(FormList.chosen(FormKind.APOLOGY, Edition.TT_03_2025, null, 2))
                .isEqualTo(2);
        assertThat(FormList.chosen(FormKind.APOLOGY, Edition.TT_03_2025, 1, 2)).isEqualTo(1);
        assertThatThrownBy(() -> FormList.chosen(FormKind.APOLOGY, Edition.TT_03_2025, 3, 2))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(FormProblem.FORM_WITHOUT_GROUND));
        assertThatThrownBy(() -> FormList.chosen(FormKind.APOLOGY, Edition.TT_03_2025, null, 0))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> FormList.chosen(FormKind.STOP, Edition.TT_01_2018, null, 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(FormProblem.FORM_NOT_IN_EDITION));
    }
}
