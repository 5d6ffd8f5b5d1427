package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
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
}
