package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.domain.DossierCommand.RaiseAnswerOverdue;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.WorkingCalendar;

/**
 * The first answer to a dossier filed online: received, refused or asked for supplements within eight working hours; filed
 * outside office hours, from the next opening on (Thông tư 87/2021/TT-BTC, Điều 10, for the treasury; in general Nghị định
 * 45/2020/NĐ-CP, article unsourced).
 */
public final class FirstAnswer {
    private static final Term TERM = new Term(8, TermUnit.HOUR);

    private FirstAnswer() {}

    /** When the first answer to a dossier is due; null when none is waited for. */
    public static @Nullable Instant dueAt(DossierState state, WorkingCalendar calendar) {
        DossierState.Filing filing = state.filing();
        return filing != null && awaited(state) ? dueAt(filing.at(), calendar) : null;
    }

    /** When the first answer to what was filed online at a moment is due. */
    public static Instant dueAt(Instant filedAt, WorkingCalendar calendar) {
        return Deadlines.dueAt(new DeadlineRequest(filedAt, TERM, Channel.ONLINE, List.of(), null), calendar);
    }

    private static boolean awaited(DossierState state) {
        return state.filing() != null
                && state.filing().channel() == Channel.ONLINE
                && state.status() == OfficialStatus.REGISTERED
                && state.supplementRequests() == 0
                && !state.answerOverdue();
    }

    /** An alarm that comes when the answer has been given meanwhile is none. */
    static Decision<DossierEvent> overdue(DossierState state, RaiseAnswerOverdue command) {
        return awaited(state)
                ? Decision.accept(new DossierEvent.AnswerOverdue(command.at(), command.answerDueAt()))
                : Decision.accept();
    }
}
