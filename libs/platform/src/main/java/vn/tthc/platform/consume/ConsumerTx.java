package vn.tthc.platform.consume;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.platform.store.DocumentWriter;

/** Changes of one consumer that stand or fall together, its documents among them. */
public interface ConsumerTx extends ConsumerReads {
    /** Documents in the same transaction. */
    DocumentWriter documents();

    /** Runs a part that can be taken back by itself; its exception is thrown on after it was. */
    void attempt(Runnable part);

    /** Moves the position of a stream; it never goes back. */
    void advance(String stream, long version);

    /** Moves the place in a partition. */
    void offset(TopicPartition partition, NextOffset next);

    /** Holds a record until those before it are there; one that is held already stays. */
    void hold(String dossier, String stream, long version, RawRecord raw, Instant now);

    /** Forgets held records of a stream up to a version. */
    void release(String stream, long upToVersion);

    /** Stores when a stream is to be tried again. */
    void await(Waiting waiting);

    /** The stream waits for nothing any more. */
    void awaitNothing(String stream);

    /** Parks a record at the end of its dossier's; one that is parked already stays. */
    void park(String dossier, String stream, long version, RawRecord raw, String reason, int attempts, Instant now);

    /** Parks what is held of a dossier, in version order. */
    void parkHeld(String dossier, String reason, Instant now);

    /** Takes a record out of the parked ones. */
    void unpark(long id);

    /** Notes that a parked record failed once more. */
    void failedAgain(long id, String reason);

    /**
     * Notes for ever that a parked record was passed over.
     *
     * @param reason given by the person
     * @param actor account of the person
     */
    void skipped(ParkedRecord record, String reason, String actor, Instant now);
}
