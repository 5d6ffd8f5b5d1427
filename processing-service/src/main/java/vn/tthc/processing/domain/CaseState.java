package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.CaseFile;

/** What a case is at a moment. */
public sealed interface CaseState {
    /** Before anything was handed over, or after a hand-over that was refused. */
    CaseState NONE = new NotOpen();

    /** There is no case (yet). */
    record NotOpen() implements CaseState {}

    /** A case there is. */
    sealed interface Opened extends CaseState {
        /** The dossier as it was pinned at the hand-over. */
        CaseFile file();

        /** The steps recorded outside the flow. */
        Records records();

        /** End of processing, null while it goes on. */
        @Nullable
        Instant endedAt();
    }

    /**
     * A case that goes through its flow.
     *
     * @param progress how far the work has come
     * @param custody who answers for the papers
     * @param started whether a specialised agency has ever taken it
     * @param lastAt when the last thing happened to it
     * @param stay its stay in the current step
     * @param due what the dossier has told of the legal clock
     * @param opinions what was asked of other agencies, by id
     * @param alarms what has been raised about it
     */
    record Live(
            CaseFile file,
            Progress progress,
            Custody custody,
            boolean started,
            Records records,
            Instant lastAt,
            @Nullable Instant endedAt,
            Stay stay,
            LegalDue due,
            Map<String, Opinion> opinions,
            Alarms alarms)
            implements Opened {
        public Live {
            opinions = Map.copyOf(opinions);
        }

        Live moved(Progress newProgress, Custody newCustody, Stay newStay, Instant at) {
            return new Live(
                    file, newProgress, newCustody, started, records, at, endedAt, newStay, due, opinions, alarms);
        }

        Live worked(Progress newProgress, Instant at) {
            return moved(newProgress, custody, stay, at);
        }

        Live taken(Custody newCustody, Stay newStay, Instant at) {
            return new Live(file, progress, newCustody, true, records, at, endedAt, newStay, due, opinions, alarms);
        }

        Live recorded(Records newRecords) {
            return new Live(file, progress, custody, started, newRecords, lastAt, endedAt, stay, due, opinions, alarms);
        }

        Live ended(Instant at) {
            return new Live(file, progress, custody, started, records, at, at, stay, due, opinions, alarms);
        }

        Live followed(LegalDue newDue, Stay newStay) {
            return new Live(
                    file, progress, custody, started, records, lastAt, endedAt, newStay, newDue, opinions, alarms);
        }

        Live asked(Map<String, Opinion> newOpinions, Instant at) {
            return new Live(file, progress, custody, started, records, at, endedAt, stay, due, newOpinions, alarms);
        }

        Live raised(Alarms newAlarms) {
            return new Live(file, progress, custody, started, records, lastAt, endedAt, stay, due, opinions, newAlarms);
        }

        Live succeeded(CaseFile newFile, Progress newProgress, Custody newCustody, Map<String, Opinion> newOpinions) {
            return new Live(
                    newFile,
                    newProgress,
                    newCustody,
                    started,
                    records,
                    lastAt,
                    endedAt,
                    stay,
                    due,
                    newOpinions,
                    alarms);
        }
    }

    /** An old case: its steps and its end come with their own times, in any order. */
    record Imported(
            CaseFile file, Records records, @Nullable Instant endedAt) implements Opened {

        Imported recorded(Records newRecords) {
            return new Imported(file, newRecords, endedAt);
        }

        Imported ended(Instant at) {
            return new Imported(file, records, at);
        }
    }
}
