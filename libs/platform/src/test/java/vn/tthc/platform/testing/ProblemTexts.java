package vn.tthc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.tthc.contracts.decision.ProblemCode;

/** What a refusal tells people: the same in both languages. */
public final class ProblemTexts {
    private static final Pattern VALUE = Pattern.compile("\\{[a-zA-Z]+}");

    private ProblemTexts() {}

    /** Each problem has both texts, they differ, and both speak of the same values. A list in two languages has two. */
    public static void speakBothLanguages(ProblemCode... problems) {
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.vietnamese()).isNotBlank().isNotEqualTo(problem.english());
            assertThat(problem.english()).isNotBlank();
            assertThat(values(problem.english())).isEqualTo(values(problem.vietnamese()));
        });
    }

    /** {@code nameEn} is {@code name} in English. */
    private static Set<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(value -> value.replace("En}", "}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
