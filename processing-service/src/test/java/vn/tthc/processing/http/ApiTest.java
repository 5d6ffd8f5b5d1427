package vn.tthc.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tthc.platform.api.ApiDocument;
import vn.tthc.platform.api.ApiFolder;
import vn.tthc.platform.api.ApiLint;
import vn.tthc.platform.api.HttpLine;

class ApiTest extends RunningService {
    @LocalServerPort
    private int own;

    private ApiDocument document() {
        return ApiDocument.of(new HttpLine(own));
    }

    @Test
    void the_description_keeps_the_rules_of_form() {
        assertThat(ApiLint.problems(document())).isEmpty();
    }

    @Test
    void the_description_that_is_checked_in_is_what_the_service_says() {
        assertThat(ApiFolder.isUpToDate("processing", document()))
                .as(ApiFolder.COMMAND)
                .isTrue();
    }
}
