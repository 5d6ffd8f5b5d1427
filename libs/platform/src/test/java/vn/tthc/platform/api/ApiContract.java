package vn.tthc.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every service promises of its API. A service says where it is, who asks, and what its examples are. */
public interface ApiContract {
    /** Name of its file in {@code docs/api}. */
    String service();

    /** The way to it. */
    Exchange.Line line();

    /** Asks for everything there is. */
    void examples(ExampleBook book);

    /** Those who send requests by chance. */
    List<String> tokens();

    /** The same requests by chance, some of them sent by somebody else. */
    default ApiFuzz among(ApiFuzz fuzz) {
        return fuzz;
    }

    @Test
    default void the_description_keeps_the_rules_of_form() {
        assertThat(ApiLint.problems(ApiDocument.of(line()))).isEmpty();
    }

    @Test
    default void the_description_that_is_checked_in_is_what_the_service_says() {
        assertThat(ApiFolder.isUpToDate(service(), ApiDocument.of(line())))
                .as(ApiFolder.COMMAND)
                .isTrue();
    }

    @Test
    default void every_example_was_executed_and_answered_as_the_description_says() {
        ExecutedExamples.of(this).closed(CommonExamples.NOT_HERE);
    }

    @Test
    default void whatever_is_sent_the_answer_is_no_error_and_as_the_description_says() {
        ExampleBook executed = ExecutedExamples.of(this);
        ApiFuzz fuzz = among(new ApiFuzz(executed.document(), line(), tokens(), executed.words()));

        assertThat(fuzz.run(CommonExamples.WAIT_FOR_THE_BROKER)).isEmpty();
        assertThat(fuzz.sent()).isGreaterThan(100);
    }
}
