package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.DEPARTMENT;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.file;
import static vn.tthc.processing.domain.Flows.optional;
import static vn.tthc.processing.domain.Flows.step;
import static vn.tthc.processing.domain.Flows.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.processing.domain.CaseState.Live;

/**
 * Random commands against {@link LevelsModel}, which is written from the prose of the rules and shares nothing with the
 * domain. Both must agree on every command; a refused one changes nothing and says why.
 */
class LevelsModelTest {
    private static final List<AgencyRef> AGENCIES = List.of(COMMUNE, DEPARTMENT, MINISTRY);
    private static final List<String> OFFICERS = List.of("a", "b");

    private enum What {
        ACCEPT,
        DECLINE,
        COMPLETE,
        FORWARD,
        SEND_BACK,
        CLAIM,
        RELEASE,
        DRAFT,
        SIGN,
        NUMBER,
        ISSUE,
        CORRECT,
        ASK,
        ANSWER,
        FINISH
    }

    @Test
    void illegal_commands_are_refused_with_a_reason_and_legal_ones_do_what_the_model_says() {
        Map<What, Integer> accepted = new EnumMap<>(What.class);
        Map<What, Integer> refused = new EnumMap<>(What.class);
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            List<FlowStep> flow = flow(random);
            CaseState state = Case.evolve(
                    CaseState.NONE, new CaseEvent.Opened(START, file(flow.toArray(FlowStep[]::new)), false));
            LevelsModel model = new LevelsModel(flow);
            for (int i = 0; i < 80 && state instanceof Live && !model.over; i++) {
                What what = random.nextInt(3) == 0
                        ? What.values()[random.nextInt(What.values().length)]
                        : leadsOn(model, random);
                Asked asked = asked(what, random, model);
                Decision<CaseEvent> decision = Case.decide(state, command(asked));
                boolean legal = apply(model, asked);
                String as = "seed " + seed + ", command " + i + ": " + asked;
                switch (decision) {
                    case Decision.Accepted<CaseEvent>(List<CaseEvent> events) -> {
                        assertThat(legal).as(as).isTrue();
                        for (CaseEvent event : events) {
                            state = Case.evolve(state, event);
                        }
                        accepted.merge(what, 1, Integer::sum);
                    }
                    case Decision.Refused<CaseEvent>(var refusal) -> {
                        assertThat(legal).as(as + " " + refusal.code()).isFalse();
                        assertThat(refusal.code().name()).isNotBlank();
                        assertThat(refusal.code().vietnamese()).isNotBlank();
                        refused.merge(what, 1, Integer::sum);
                    }
                }
                same(model, state, as);
            }
        }
        assertThat(accepted.keySet()).as("everything happened").containsExactlyInAnyOrder(What.values());
        assertThat(refused.keySet()).as("everything was refused once").containsExactlyInAnyOrder(What.values());
    }

    private static void same(LevelsModel model, CaseState state, String as) {
        if (model.atOneStop) {
            assertThat(state).as(as).isEqualTo(CaseState.NONE);
            return;
        }
        Live live = (Live) state;
        assertThat(live.progress().current().id()).as(as).isEqualTo(model.step().id());
        assertThat(live.progress().currentDone()).as(as).isEqualTo(model.done);
        assertThat(live.custody() instanceof Custody.Held).as(as).isEqualTo(model.held);
        assertThat(live.custody().agency()).as(as).isEqualTo(model.step().agency());
        assertThat(live.progress().result().name()).as(as).isEqualTo(model.result);
        assertThat(live.stay().officer()).as(as).isEqualTo(model.held ? model.officer : null);
        assertThat(live.endedAt() != null).as(as).isEqualTo(model.over);
    }

    /** What is asked, by whom, of which step. */
    private record Asked(What what, String agency, String by, String step) {}

    /** What brings a case nearer to its end, so that the walk sees all of it. */
    private static What leadsOn(LevelsModel model, Random random) {
        if (!model.held) {
            return What.ACCEPT;
        }
        if (random.nextInt(5) == 0) {
            return random.nextBoolean() ? What.ANSWER : What.DRAFT;
        }
        if (model.result.equals("ISSUED")) {
            return What.FINISH;
        }
        if (model.done) {
            return What.FORWARD;
        }
        return switch (model.step().kind()) {
            case WORK, OPINION -> What.COMPLETE;
            case SIGN -> What.SIGN;
            case NUMBER -> What.NUMBER;
            case ISSUE -> What.ISSUE;
        };
    }

    private static Asked asked(What what, Random random, LevelsModel model) {
        boolean right = random.nextInt(4) != 0;
        String agency = right
                ? model.step().agency().id()
                : AGENCIES.get(random.nextInt(AGENCIES.size())).id();
        int ahead = Math.min(model.at + 1 + random.nextInt(2), model.flow.size() - 1);
        String step = !right || what == What.SEND_BACK || what == What.CORRECT
                ? model.flow.get(random.nextInt(model.flow.size())).id()
                : what == What.FORWARD
                        ? model.flow.get(ahead).id()
                        : model.step().id();
        return new Asked(what, agency, OFFICERS.get(random.nextInt(20) == 0 ? 1 : 0), step);
    }

    private static boolean apply(LevelsModel model, Asked asked) {
        return switch (asked.what()) {
            case ACCEPT -> model.accept(asked.agency());
            case DECLINE -> model.decline(asked.agency());
            case COMPLETE -> model.complete(asked.agency(), asked.by(), asked.step());
            case FORWARD -> model.forward(asked.agency(), asked.step());
            case SEND_BACK -> model.sendBack(asked.agency(), asked.step());
            case CLAIM -> model.claim(asked.agency(), asked.by());
            case RELEASE -> model.release(asked.agency(), asked.by());
            case DRAFT -> model.draft(asked.agency(), asked.by(), kind(asked));
            case SIGN -> model.sign(asked.agency(), asked.by());
            case NUMBER -> model.number(asked.agency(), asked.by());
            case ISSUE -> model.issue(asked.agency(), asked.by());
            case CORRECT -> model.correct(asked.agency(), asked.step());
            case ASK -> model.ask(asked.agency());
            case ANSWER -> model.answer();
            case FINISH -> model.finish(asked.agency());
        };
    }

    private static ResultKind kind(Asked asked) {
        return asked.step().hashCode() % 2 == 0 ? ResultKind.GRANTED : ResultKind.REFUSED;
    }

    private static CaseCommand command(Asked asked) {
        Instant at = START;
        String agency = asked.agency();
        return switch (asked.what()) {
            case ACCEPT -> new CaseCommand.AcceptCustody(at, agency);
            case DECLINE -> new CaseCommand.Decline(at, agency, "lý do");
            case COMPLETE -> new CaseCommand.CompleteStep(at, agency, asked.by(), asked.step(), null);
            case FORWARD -> new CaseCommand.Forward(at, agency, asked.step(), "lý do");
            case SEND_BACK -> new CaseCommand.SendBack(at, agency, asked.step(), "lý do");
            case CLAIM -> new CaseCommand.Claim(at, agency, asked.by());
            case RELEASE -> new CaseCommand.Release(at, agency, asked.by(), false, null);
            case DRAFT -> new CaseCommand.Draft(at, agency, asked.by(), kind(asked));
            case SIGN -> new CaseCommand.Sign(at, agency, asked.by());
            case NUMBER -> new CaseCommand.GiveNumber(at, agency, asked.by(), "1");
            case ISSUE -> new CaseCommand.Issue(at, agency, asked.by(), "1");
            case CORRECT -> new CaseCommand.Correct(at, agency, asked.by(), asked.step(), "căn cứ", "lý do");
            case ASK -> new CaseCommand.AskOpinion(at, agency, "o", Flows.ONE_STOP, "câu hỏi", at.plusSeconds(60));
            case ANSWER -> new CaseCommand.GiveOpinion(at, Flows.ONE_STOP.id(), "o", CaseEvent.Stance.AGREES, "đồng ý");
            case FINISH -> new CaseCommand.Finish(at, agency, false);
        };
    }

    /** Commune, department and ministry in any order, with ways of their own for what is granted and what is refused. */
    private static List<FlowStep> flow(Random random) {
        List<FlowStep> steps = new ArrayList<>();
        int before = 1 + random.nextInt(3);
        for (int i = 0; i < before; i++) {
            FlowStep work = step("w" + i, Kind.WORK, any(random), names(steps, random));
            steps.add(random.nextInt(3) == 0 && i > 0 ? optional(work) : work);
        }
        if (random.nextBoolean()) {
            steps.add(when(ResultKind.REFUSED, step("no", Kind.WORK, any(random))));
            steps.add(when(ResultKind.GRANTED, step("yes", Kind.WORK, any(random))));
        }
        steps.add(step("ky", Kind.SIGN, any(random), names(steps, random)));
        if (random.nextBoolean()) {
            steps.add(step("so", Kind.NUMBER, any(random)));
        }
        steps.add(step("p", Kind.ISSUE, any(random)));
        return steps;
    }

    private static String[] names(List<FlowStep> steps, Random random) {
        return steps.stream()
                .map(FlowStep::id)
                .filter(id -> random.nextBoolean())
                .toArray(String[]::new);
    }

    private static AgencyRef any(Random random) {
        return AGENCIES.get(random.nextInt(AGENCIES.size()));
    }
}
