package vn.tthc.intake.deskview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.contracts.dossier.Places;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.domain.DossierClock;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.domain.DossierState.Ending;
import vn.tthc.intake.domain.DossierState.Fee;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.domain.DossierState.Reception;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.intake.duplicate.DuplicateWarning;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.Pause;

/**
 * A dossier as the desk sees it; no personal data.
 *
 * @param dossierId the dossier
 * @param version version of this state
 * @param number look-up number
 * @param code dossier code, from reception on
 * @param status official status
 * @param procedure {@code code@version} it is pinned to
 * @param procedureName Vietnamese name
 * @param procedureNameEn English name
 * @param channel how it came in
 * @param source {@code live} or the import it came from
 * @param places support, reception, competence; an import knows only who received it
 * @param authority by which the applicant acts for the owner, when by one; its number is personal and not here
 * @param submittedAt when it was filed
 * @param answerDueAt until when a dossier filed online is to be answered, while it waits for that
 * @param answerOverdue whether the alarm about that was raised
 * @param receivedAt when it was received
 * @param dueAt when it is due; absent while the clock stands still
 * @param promisedAt the date the applicant may expect: later than due when it was promised anew
 * @param calendarVersion calendar of the due date
 * @param pauses when the clock stood still and why
 * @param supplementRequests how often supplements have been asked for
 * @param fees what is due, paid or waived
 * @param handedOver whether it was given to processing
 * @param endedAt end of processing
 * @param verdict whether that was in time
 * @param resultNumber number of the result
 * @param resultAcceptedAt when the one-stop had the result
 * @param returnWay how it is returned
 * @param returnedAt when it was
 * @param anomalies what does not fit together
 * @param warnings other open dossiers of the same procedure and person, while it waits for its reception
 */
record DossierView(
        String dossierId,
        long version,
        @Nullable String number,
        @Nullable String code,
        StatusAnswer status,
        String procedure,
        String procedureName,
        String procedureNameEn,
        Channel channel,
        String source,
        PlacesView places,
        @Nullable AuthorityView authority,
        @Nullable Instant submittedAt,
        @Nullable Instant answerDueAt,
        boolean answerOverdue,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant promisedAt,
        @Nullable String calendarVersion,
        List<Pause> pauses,
        int supplementRequests,
        List<Fee> fees,
        boolean handedOver,
        @Nullable Instant endedAt,
        @Nullable Verdict verdict,
        @Nullable String resultNumber,
        @Nullable Instant resultAcceptedAt,
        ReturnWay returnWay,
        @Nullable Instant returnedAt,
        SortedSet<Anomaly> anomalies,
        List<DuplicateWarning> warnings) {

    /** The three places that are kept apart. */
    record PlacesView(
            @Nullable AgencyRef support,
            AgencyRef receiving,
            @Nullable AgencyRef competent) {
        static PlacesView of(Places places) {
            return new PlacesView(places.support(), places.receiving(), places.competent());
        }
    }

    /** Date, last day and scan of an authority. */
    record AuthorityView(
            LocalDate issuedOn,
            LocalDate validUntil,
            @Nullable String blob) {
        static @Nullable AuthorityView of(@Nullable Filing filing) {
            Authority authority = filing == null ? null : filing.authority();
            return authority == null
                    ? null
                    : new AuthorityView(authority.issuedOn(), authority.validUntil(), authority.blob());
        }
    }

    /** What a dossier is about, filed or imported. */
    private record Subject(
            String procedure,
            String name,
            String nameEn,
            Channel channel,
            String source,
            PlacesView places,
            @Nullable Instant submittedAt) {
        static Subject of(Filing filing) {
            return new Subject(
                    filing.procedure(),
                    filing.procedureName(),
                    filing.procedureNameEn(),
                    filing.channel(),
                    "live",
                    PlacesView.of(filing.places()),
                    filing.at());
        }

        static Subject of(CaseFile file) {
            return new Subject(
                    file.procedure(),
                    file.procedureName(),
                    file.procedureNameEn(),
                    file.channel(),
                    file.source(),
                    new PlacesView(null, file.oneStop(), null),
                    null);
        }
    }

    static DossierView of(Found dossier, @Nullable Instant answerDueAt, List<DuplicateWarning> warnings) {
        DossierState state = dossier.state();
        Reception reception = state.reception();
        DossierClock clock = state.clock();
        Ending ending = state.ending();
        OfficialStatus status = Objects.requireNonNull(state.status(), "found, so there is one");
        Subject subject = state.filing() != null
                ? Subject.of(state.filing())
                : Subject.of(Objects.requireNonNull(state.brought(), "filed or imported")
                        .file());
        return new DossierView(
                dossier.stream().id(),
                dossier.version(),
                state.lookup() == null ? null : state.lookup().number(),
                reception == null ? null : reception.code(),
                StatusAnswer.of(status),
                subject.procedure(),
                subject.name(),
                subject.nameEn(),
                subject.channel(),
                subject.source(),
                subject.places(),
                AuthorityView.of(state.filing()),
                subject.submittedAt(),
                answerDueAt,
                state.answerOverdue(),
                reception == null ? null : reception.at(),
                clock == null || clock.paused() ? null : clock.dueAt(),
                clock == null ? null : clock.promisedAt(),
                clock == null ? null : clock.calendarVersion(),
                clock == null ? List.of() : clock.pauses(),
                state.supplementRequests(),
                List.copyOf(state.fees().values()),
                state.handedOver(),
                ending == null ? null : ending.at(),
                ending == null ? null : ending.verdict(),
                ending == null ? null : ending.resultNumber(),
                state.resultAcceptedAt(),
                state.returnWay(),
                state.returnedAt(),
                new TreeSet<>(state.anomalies()),
                warnings);
    }
}
