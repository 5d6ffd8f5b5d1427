package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PersonTextsTest {
    @Test
    void aNumberIsTheSameHoweverItIsTyped() {
        assertThat(PersonTexts.identityNumber(" 068 199-000.123 ")).isEqualTo("068199000123");
        assertThat(PersonTexts.identityNumber("c1234567")).isEqualTo("C1234567");
        assertThat(PersonTexts.identityNumber("０６８１９９０００１２３")).isEqualTo("068199000123");
    }

    @Test
    void aPhoneNumberIsTheSameFromWithinAndFromAbroad() {
        assertThat(PersonTexts.phone("0912 345 678")).isEqualTo("0912345678");
        assertThat(PersonTexts.phone("+84 (912) 345-678")).isEqualTo("0912345678");
        assertThat(PersonTexts.phone("0084912345678")).isEqualTo("0912345678");
        assertThat(PersonTexts.phone("+49 30 1234567")).isEqualTo("49301234567");
    }

    @Test
    void aNameIsItsWordsWithTheirMarksComposedOrNot() {
        String decomposed = Normalizer.normalize("Đặng  Thị Hồng-Nhung", Normalizer.Form.NFD);

        assertThat(PersonTexts.words("ĐẶNG Thị Hồng Nhung")).containsExactly("đặng", "thị", "hồng", "nhung");
        assertThat(PersonTexts.words(decomposed)).containsExactly("đặng", "thị", "hồng", "nhung");
        assertThat(PersonTexts.words(" . ")).isEmpty();
    }

    @Test
    void aWordWithoutItsMarksKeepsItsLetters() {
        assertThat(PersonTexts.plain("đặng")).isEqualTo("dang");
        assertThat(PersonTexts.plain("nguyễn")).isEqualTo("nguyen");
        assertThat(PersonTexts.plain("hoa")).isEqualTo("hoa");
    }
}
