package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tthc.contracts.Role;
import vn.tthc.platform.api.ApiDocument;
import vn.tthc.platform.api.ApiFolder;
import vn.tthc.platform.api.ApiFuzz;
import vn.tthc.platform.api.ApiLint;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.HttpLine;

class ApiTest extends PostalFixture {
    private static @Nullable ExampleBook book;

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
        assertThat(ApiFolder.isUpToDate("postal", document()))
                .as(ApiFolder.COMMAND)
                .isTrue();
    }

    /** Executed once for both tests that need it. */
    private ExampleBook executed() {
        ExampleBook known = book;
        if (known != null) {
            return known;
        }
        ExampleBook examples = new ExampleBook(document(), new HttpLine(own));
        new Examples(examples, this).run();
        CommonExamples.run(
                examples,
                as(null, Role.ADMINISTRATOR).token(),
                as(null, Role.INSPECTOR).token());
        book = examples;
        return examples;
    }

    private List<String> tokens() {
        return List.of(
                worker().token(),
                as(COMMUNE, Role.RECEPTION_OFFICER).token(),
                as(null, Role.ADMINISTRATOR).token(),
                as(null, Role.INSPECTOR).token());
    }

    @Test
    void every_example_was_executed_and_answered_as_the_description_says() {
        executed().closed(CommonExamples.NOT_HERE);
    }

    @Test
    void whatever_is_sent_the_answer_is_no_error_and_as_the_description_says() {
        ApiFuzz fuzz =
                new ApiFuzz(document(), new HttpLine(own), tokens(), executed().words());

        assertThat(fuzz.run(CommonExamples.WAIT_FOR_THE_BROKER)).isEmpty();
        assertThat(fuzz.sent()).isGreaterThan(100);
    }
}
