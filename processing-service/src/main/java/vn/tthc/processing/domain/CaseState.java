package vn.tthc.processing.domain;

import java.time.Instant;
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
     */
    record Live(
            CaseFile file,
            Progress progress,
            Custody custody,
            boolean started,
            Records records,
            Instant lastAt,
            @Nullable Instant endedAt)
            implements Opened {

        Live moved(Progress newProgress, Custody newCustody, Instant at) {
            return new Live(file, newProgress, newCustody, started, records, at, endedAt);
        }

        Live accepted(Custody newCustody, Instant at) {
            return new Live(file, progress, newCustody, true, records, at, endedAt);
        }

        Live recorded(Records newRecords) {
            return new Live(file, progress, custody, started, newRecords, lastAt, endedAt);
        }

        Live ended(Instant at) {
            return new Live(file, progress, custody, started, records, at, at);
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
