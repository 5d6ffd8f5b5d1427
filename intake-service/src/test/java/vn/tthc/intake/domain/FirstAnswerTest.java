package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aSubmittedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.domain.DossierCommand.RaiseAnswerOverdue;
import vn.tthc.law.Channel;
import vn.tthc.law.clock.Calendars;

class FirstAnswerTest {
    private static final Instant FRIDAY_AT_FOUR = Instant.parse("2026-03-06T09:00:00Z");
    private static final Instant MONDAY_AT_FOUR = Instant.parse("2026-03-09T09:00:00Z");

    private static GivenDossier filedOnline() {
        return noDossier().after(A.submission(A.procedure(), Channel.ONLINE, A.WARD, A.WARD, ReturnWay.COUNTER));
    }

    @Test
    void filedOnFridayAtFourItIsDueOnMondayAtFour() {
        assertThat(FirstAnswer.dueAt(FRIDAY_AT_FOUR, Calendars.byDefault())).isEqualTo(MONDAY_AT_FOUR);
    }

    @Test
    void filedAtNightItCountsFromTheNextOpening() {
        Instant night = Instant.parse("2026-03-09T15:00:00Z");
        assertThat(FirstAnswer.dueAt(night, Calendars.byDefault()))
                .as("Tuesday, eight hours later, at the close")
                .isEqualTo(Instant.parse("2026-03-10T10:00:00Z"));
    }

    @Test
    void theAlarmIsRaisedOnceAndOnlyWhileNobodyAnswered() {
        RaiseAnswerOverdue alarm = new RaiseAnswerOverdue(A.LATER, A.DUE);
        filedOnline().when(alarm).recorded(new DossierEvent.AnswerOverdue(A.LATER, A.DUE));
        filedOnline().after(alarm).when(alarm).nothingNew();
        filedOnline()
                .after(new ClockCommand.RequestSupplement(A.RECEIVED, A.WARD.ref(), A.missing(), null, A.rules()))
                .when(alarm)
                .nothingNew();
        filedOnline().and(A.received()).when(alarm).nothingNew();
        aSubmittedDossier().when(alarm).nothingNew();
    }

    @Test
    void onlyWhatWasFiledOnlineAndIsUnansweredHasSuchADate() {
        assertThat(FirstAnswer.dueAt(filedOnline().state(), Calendars.byDefault()))
                .isNotNull();
        assertThat(FirstAnswer.dueAt(aSubmittedDossier().state(), Calendars.byDefault()))
                .isNull();
        assertThat(FirstAnswer.dueAt(filedOnline().and(A.received()).state(), Calendars.byDefault()))
                .isNull();
    }
}
