package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.tthc.platform.api.ApiDocument;
import vn.tthc.platform.api.ApiFolder;
import vn.tthc.platform.api.ApiLint;
import vn.tthc.platform.api.HttpLine;

class ApiTest extends IntakeServer {
    private ApiDocument document() {
        return ApiDocument.of(new HttpLine(port));
    }

    @Test
    void the_description_keeps_the_rules_of_form() {
        assertThat(ApiLint.problems(document())).isEmpty();
    }

    @Test
    void the_description_that_is_checked_in_is_what_the_service_says() {
        assertThat(ApiFolder.isUpToDate("intake", document()))
                .as(ApiFolder.COMMAND)
                .isTrue();
    }
}
