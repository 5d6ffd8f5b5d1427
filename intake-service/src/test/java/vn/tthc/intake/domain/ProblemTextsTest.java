package vn.tthc.intake.domain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.platform.testing.ProblemTexts;

class ProblemTextsTest {
    @ParameterizedTest
    @ValueSource(classes = {DossierProblem.class, CodeProblem.class, DelegationProblem.class})
    void every_refusal_says_why_in_both_languages(Class<? extends ProblemCode> problems) {
        ProblemTexts.speakBothLanguages(problems.getEnumConstants());
    }
}
