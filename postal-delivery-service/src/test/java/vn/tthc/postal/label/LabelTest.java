package vn.tthc.postal.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.tthc.law.post.S10;

class LabelTest {
    private static final String IDENTIFIER = "RL473124829VN";

    private static Label label(String name, String address) {
        return new Label(
                IDENTIFIER,
                "H36.01-260302-0001",
                "UBND phường",
                null,
                name,
                address,
                "LDG-0004 Bưu cục phát Mũi Né",
                "1 / 2");
    }

    @Test
    void what_is_printed_is_read_back_by_a_scanner() throws Exception {
        String svg = label("Nguyễn Thị Bưởi", "1 Trần Phú").svg();

        Result bars = read(svg, "bars", 40);
        Result square = read(svg, "square", 1);
        assertThat(bars.getText()).isEqualTo(IDENTIFIER);
        assertThat(bars.getBarcodeFormat()).isEqualTo(BarcodeFormat.CODE_128);
        assertThat(square.getText()).isEqualTo(IDENTIFIER);
        assertThat(square.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
        assertThat(svg)
                .contains("RL 473 124 829 VN")
                .contains("Nguyễn Thị Bưởi")
                .contains("LDG-0004");
    }

    @Property(tries = 50)
    void whatever_the_number_the_bars_say_it(@ForAll @IntRange(max = 99_999_999) int serial) throws Exception {
        String identifier = S10.of("RL", serial, "VN");
        Codes.Code bars = Codes.bars(identifier);
        assertThat(read("<path id=\"bars\" d=\"" + bars.path() + "\"/>", "bars", 40)
                        .getText())
                .isEqualTo(identifier);
    }

    @Test
    void whatever_somebody_is_called_the_label_is_well_formed_and_runs_nothing() throws Exception {
        String svg = label("<script>alert('x')</script>\u0000 & \"Tư\"", "</text><image href='x'/>\uFFFF")
                .svg();

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("image").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains("<script>alert('x')</script>");
    }

    @Test
    void an_erased_person_is_a_dash_and_nobody_is_named_in_a_log() {
        assertThat(new Label(IDENTIFIER, "c", null, null, null, null, null, "1 / 1").svg())
                .contains(">—<");
        assertThat(Label.spaced("BCCI-77")).isEqualTo("BCCI-77");
        assertThat(label("Nguyễn Thị Bưởi", "1 Trần Phú").toString()).doesNotContain("Bưởi");
    }

    @Test
    void a_usual_label_is_printed_in_full_size() {
        assertThat(texts(label("Nguyễn Thị Bưởi", "1 Trần Phú").svg()))
                .anyMatch(text -> text.text.equals("Nguyễn Thị Bưởi") && text.size == 4.4);
    }

    /** Lengths of names as the border takes them, of short words, of one word and of wide letters. */
    @Property(tries = 200)
    void however_long_names_are_nothing_runs_into_the_box_below_or_over_the_edge(
            @ForAll @IntRange(max = 200) int sender,
            @ForAll @IntRange(max = 200) int name,
            @ForAll @IntRange(max = 400) int address,
            @ForAll("words") String word) {
        String svg = new Label(
                        IDENTIFIER,
                        "H36.01-260302-0001",
                        of(word, sender),
                        of("Bưu cục ", 120),
                        of(word, name),
                        of(word, address),
                        of("LDG-0004 Mũi Né ", 120),
                        "1 / 2")
                .svg();
        List<Text> texts = texts(svg);
        double before = 53;
        for (Text text : texts) {
            if (text.y > 53 && text.y < 111) {
                assertThat(text.y).as(text.text).isBetween(before + text.size, 109.1);
                assertThat(Paragraphs.ems(text.text) * text.size).as(text.text).isLessThan(94);
                before = text.y;
            }
        }
        assertThat(texts).anyMatch(text -> text.text.startsWith("Bưu cục phát · Office: LDG-0004"));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("Nguyễn ", "MƯỜNG ", "x", "Đắk Nông ", "字", "i");
    }

    private static String of(String word, int length) {
        return word.repeat(length / word.length() + 1).substring(0, length);
    }

    private record Text(double y, double size, String text) {}

    private static List<Text> texts(String svg) {
        return Pattern.compile("<text x=\"[0-9.]+\" y=\"([0-9.]+)\" font-size=\"([0-9.]+)\"[^>]*>([^<]*)</text>")
                .matcher(svg)
                .results()
                .map(found -> new Text(
                        Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)), found.group(3)))
                .toList();
    }

    /** Paints the black modules, four points each, and lets a reader look at them. */
    private static Result read(String svg, String id, int tall) throws Exception {
        Matcher path = Pattern.compile("id=\"" + id + "\"[^>]* d=\"([^\"]+)\"").matcher(svg);
        assertThat(path.find()).isTrue();
        Matcher modules = Pattern.compile("M(\\d+) (\\d+)h(\\d+)").matcher(path.group(1));
        int quiet = 12;
        int scale = 4;
        int width = 0;
        int height = 0;
        while (modules.find()) {
            width = Math.max(width, Integer.parseInt(modules.group(1)) + Integer.parseInt(modules.group(3)));
            height = Math.max(height, Integer.parseInt(modules.group(2)) + 1);
        }
        int across = (width + 2 * quiet) * scale;
        int down = (height * tall + 2 * quiet) * scale;
        int[] points = new int[across * down];
        Arrays.fill(points, 0xFFFFFF);
        modules.reset();
        while (modules.find()) {
            int x = (quiet + Integer.parseInt(modules.group(1))) * scale;
            int wide = Integer.parseInt(modules.group(3)) * scale;
            int y = (quiet + Integer.parseInt(modules.group(2)) * tall) * scale;
            for (int line = y; line < y + tall * scale; line++) {
                Arrays.fill(points, line * across + x, line * across + x + wide, 0);
            }
        }
        var source = new RGBLuminanceSource(across, down, points);
        return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
    }
}
