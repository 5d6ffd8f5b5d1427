package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void aNameShowsItsFirstLettersWithTheirMarks() {
        assertThat(Masking.name("Nguyễn Văn An")).isEqualTo("N*** V*** A***");
        assertThat(Masking.name("  Đặng   Thị Ỷ ")).isEqualTo("Đ*** T*** Ỷ***");
        assertThat(Masking.name(Normalizer.normalize("Ánh", Normalizer.Form.NFD)))
                .isEqualTo("Á***");
        assertThat(Masking.name("K'Brết")).isEqualTo("K***");
    }

    @Test
    void numbersKeepTheirLastThree() {
        assertThat(Masking.phone("0912 345 678")).isEqualTo("*******678");
        assertThat(Masking.identityNumber("068090001234")).isEqualTo("*********234");
    }

    @Test
    void whatIsTooShortToHideAnythingIsHiddenAsAWhole() {
        assertThat(Masking.phone("113")).isEqualTo("***");
        assertThat(Masking.identityNumber("12345")).isEqualTo("***");
        assertThat(Masking.email("@x.vn")).isEqualTo("***");
        assertThat(Masking.address("Số 5 Trần Phú")).isEqualTo("***");
    }

    @Test
    void mailAndAddressKeepWhereNotWho() {
        assertThat(Masking.email("an.nguyen@example.vn")).isEqualTo("a***@example.vn");
        assertThat(Masking.address("5 Trần Phú, phường Xuân Hương, Lâm Đồng")).isEqualTo("***, Lâm Đồng");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Masking.name(null)).isNull();
        assertThat(Masking.phone(" ")).isNull();
        assertThat(Masking.identityNumber(null)).isNull();
        assertThat(Masking.email("")).isNull();
        assertThat(Masking.address(null)).isNull();
    }

    /** Of every name only the first letter of each word is left, so that none can be read back. */
    @Property
    void nothing_but_first_letters_is_left_of_any_name(@ForAll("names") String name) {
        String[] words = name.split(" ", -1);
        String[] masked = Objects.requireNonNull(Masking.name(name)).split(" ", -1);
        assertThat(masked).hasSameSizeAs(words);
        for (int i = 0; i < words.length; i++) {
            assertThat(masked[i]).isEqualTo(words[i].charAt(0) + "***");
        }
    }

    /** Of every number long enough to be one, the last three characters are left and its length. */
    @Property
    void nothing_but_the_end_is_left_of_any_number(
            @ForAll @NumericChars @StringLength(min = 6, max = 20) String number) {
        String masked = Objects.requireNonNull(Masking.identityNumber(number));
        assertThat(masked).hasSameSizeAs(number).endsWith(number.substring(number.length() - 3));
        assertThat(masked.substring(0, number.length() - 3)).matches("[*]+");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("AĂÂBĐEÊKNOÔƠTUƯXYaăâbdđeêghiklmnoôơpqrstuưvxyàáảãạầấẩẫậ")
                .ofMinLength(1)
                .ofMaxLength(10)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }
}
