package vn.tthc.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.tthc.platform.sqlite.StoreUnavailable;

class FilerTest {
    @Test
    void what_was_filed_is_acknowledged_also_when_its_duplicates_cannot_be_looked_for() {
        assertThat(Filer.orNone(() -> {
                    throw new StoreUnavailable("no reader is free", null);
                }))
                .isEmpty();
    }
}
