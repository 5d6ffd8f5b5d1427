package vn.tthc.platform.consume;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** What is stored about one consumer. */
public interface ConsumerReads {
    /** The last version of a stream it has handled, 0 for none. */
    long position(String stream);

    /** Where it goes on in every partition it has read. */
    Map<TopicPartition, NextOffset> offsets();

    /** Whether records of the dossier are parked. */
    boolean isParked(String dossier);

    /** The record of a version that is held until those before it are there. */
    Optional<RawRecord> held(String stream, long version);

    /** The lowest version of a stream that is held. */
    OptionalLong firstHeld(String stream);

    /** Streams that are to be tried again. */
    List<Waiting> due(Instant now, int limit);

    /** The stream's waiting, when it waits. */
    Optional<Waiting> waiting(String stream);

    /** How many records are held. */
    long heldCount();

    /** How many dossiers are parked. */
    long parkedDossiers();

    /** Parked records of a dossier in the order in which they came. */
    List<ParkedRecord> parked(String dossier, int limit);
}
