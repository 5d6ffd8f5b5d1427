package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tthc.contracts.Role;
import vn.tthc.platform.api.ApiDocument;
import vn.tthc.platform.api.ApiFolder;
import vn.tthc.platform.api.ApiFuzz;
import vn.tthc.platform.api.ApiLint;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.query.Agencies;
import vn.tthc.query.person.PersonProjection;

class ApiTest extends QueryServiceSlice {
    private static @Nullable ExampleBook book;

    @Autowired
    private PersonProjection persons;

    private ApiDocument document() {
        return ApiDocument.of(new MockLine(http));
    }

    @Test
    void the_description_keeps_the_rules_of_form() {
        assertThat(ApiLint.problems(document())).isEmpty();
    }

    @Test
    void the_description_that_is_checked_in_is_what_the_service_says() {
        assertThat(ApiFolder.isUpToDate("query", document()))
                .as(ApiFolder.COMMAND)
                .isTrue();
    }

    /** Executed once for both tests that need it. */
    private ExampleBook executed() {
        ExampleBook known = book;
        if (known != null) {
            return known;
        }
        ExampleBook examples = new ExampleBook(document(), new MockLine(http));
        new Examples(
                        examples,
                        vault,
                        this::project,
                        event -> documents.write(writer -> {
                            persons.apply(event, writer);
                            return true;
                        }))
                .run();
        CommonExamples.run(examples, token(Role.ADMINISTRATOR, null), token(Role.INSPECTOR, null));
        book = examples;
        return examples;
    }

    private static List<String> tokens() {
        return List.of(
                token(Role.RECEPTION_OFFICER, Agencies.XA.id()),
                token(Role.AGENCY_LEADER, Agencies.XA.id()),
                token(Role.ADMINISTRATOR, null),
                token(Role.INSPECTOR, null));
    }

    @Test
    void every_example_was_executed_and_answered_as_the_description_says() {
        executed().closed(CommonExamples.NOT_HERE);
    }

    @Test
    void whatever_is_sent_the_answer_is_no_error_and_as_the_description_says() {
        ApiFuzz fuzz =
                new ApiFuzz(document(), new MockLine(http), tokens(), executed().words());

        assertThat(fuzz.run(CommonExamples.WAIT_FOR_THE_BROKER)).isEmpty();
        assertThat(fuzz.sent()).isGreaterThan(100);
    }
}
