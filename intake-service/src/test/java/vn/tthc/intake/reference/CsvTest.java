package vn.tthc.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesKeepCommasAndADoubledQuoteIsOne() {
        assertThat(Csv.parse("id,name\n1,\"Bộ Văn hóa, Thể thao\"\n2,\"a \"\"b\"\"\"\n3,\n"))
                .extracting(row -> row.get("name"))
                .containsExactly("Bộ Văn hóa, Thể thao", "a \"b\"", "");
    }

    @Test
    void aRowOfAnotherLengthIsRefusedByItsNumber() {
        assertThatThrownBy(() -> Csv.parse("id,name\n1,a,b\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1");
    }
}
