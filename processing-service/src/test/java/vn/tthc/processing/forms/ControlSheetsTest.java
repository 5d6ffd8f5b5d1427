package vn.tthc.processing.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControlSheetsTest {
    @Test
    void the_address_holds_any_code_of_an_older_system() {
        assertThat(ControlSheets.statusUrl("http://127.0.0.1/", "HS 12|3#4&5").toString())
                .isEqualTo("http://127.0.0.1/?code=HS%2012%7C3%234%265");
        assertThat(ControlSheets.statusUrl("http://127.0.0.1/", "H01.1-260302-0001")
                        .toString())
                .isEqualTo("http://127.0.0.1/?code=H01.1-260302-0001");
    }
}
