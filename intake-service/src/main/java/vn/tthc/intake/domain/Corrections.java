package vn.tthc.intake.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.intake.domain.ClockCommand.Correct;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.Pause;

/**
 * Corrections (đính chính): what was recorded wrongly is set right by an event of its own, with author and ground; the
 * event that was wrong stays (Mẫu 06: history is never rewritten). The only way a business time goes back.
 */
final class Corrections {
    private Corrections() {}

    static Decision<DossierEvent> decide(DossierState state, Correct command) {
        if (!state.exists()) {
            return Decision.refuse(DossierProblem.NO_SUCH_DOSSIER);
        }
        if (state.brought() != null) {
            return Decision.refuse(DossierProblem.IMPORTED_DOSSIER);
        }
        Instant before = recorded(state, command);
        if (before == null || state.clock() == null) {
            return Decision.refuse(DossierProblem.NOTHING_TO_CORRECT);
        }
        if (before.truncatedTo(ChronoUnit.MILLIS).equals(command.to())) {
            return Decision.refuse(DossierProblem.CORRECTION_CHANGES_NOTHING, "to", Map.of());
        }
        Refusal contradiction = contradiction(state, command);
        return contradiction == null
                ? Decision.accept(corrected(state, command, before))
                : new Decision.Refused<>(contradiction);
    }

    private static @Nullable Instant recorded(DossierState state, Correct command) {
        return switch (command.fact()) {
            case RECEIVED_AT ->
                state.reception() == null ? null : state.reception().at();
            case ENDED_AT -> state.ending() == null ? null : state.ending().at();
        };
    }

    /** The moment lies between what came before and what came after it. */
    private static @Nullable Refusal contradiction(DossierState state, Correct command) {
        return switch (command.fact()) {
            case RECEIVED_AT -> {
                Instant filed =
                        Objects.requireNonNull(state.filing(), "live, so filed").at();
                Instant next = Stream.concat(
                                pauses(state).map(Pause::from),
                                Stream.ofNullable(
                                        state.ending() == null
                                                ? null
                                                : state.ending().at()))
                        .min(Instant::compareTo)
                        .orElse(command.at());
                yield outside(command, filed, next);
            }
            case ENDED_AT -> {
                Instant last = Stream.concat(
                                pauses(state).map(pause -> pause.to() == null ? pause.from() : pause.to()),
                                Stream.of(Objects.requireNonNull(state.reception(), "ended, so received")
                                        .at()))
                        .max(Instant::compareTo)
                        .orElseThrow();
                Instant next = Stream.of(state.resultAcceptedAt(), state.returnedAt(), command.at())
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElseThrow();
                yield outside(command, last, next);
            }
        };
    }

    private static @Nullable Refusal outside(Correct command, Instant first, Instant last) {
        Instant other = command.to().isBefore(first.truncatedTo(ChronoUnit.MILLIS))
                ? first
                : command.to().isAfter(last) ? last : null;
        return other == null
                ? null
                : new Refusal(
                        DossierProblem.CORRECTION_CONTRADICTS,
                        "to",
                        Map.of("to", command.to().toString(), "other", other.toString()));
    }

    private static DossierEvent corrected(DossierState state, Correct command, Instant before) {
        DossierClock clock = Objects.requireNonNull(state.clock(), "received, so there is one");
        DossierClock after = switch (command.fact()) {
            case RECEIVED_AT -> clock.startingAt(command.to());
            case ENDED_AT -> clock;
        };
        DueChange due = after.due(command.rules(), clock);
        Instant ended = switch (command.fact()) {
            case RECEIVED_AT -> state.ending() == null ? null : state.ending().at();
            case ENDED_AT -> command.to();
        };
        Verdict verdict = ended == null || due.newDueAt() == null ? null : Verdict.of(ended, due.newDueAt());
        return new DossierEvent.Corrected(
                command.at(), command.fact(), before, command.to(), command.reason(), command.ground(), due, verdict);
    }

    private static Stream<Pause> pauses(DossierState state) {
        return state.clock() == null ? Stream.empty() : state.clock().pauses().stream();
    }
}
