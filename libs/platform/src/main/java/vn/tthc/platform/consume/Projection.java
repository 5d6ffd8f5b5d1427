package vn.tthc.platform.consume;

import java.util.List;
import java.util.Set;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.DocumentWriter;

/** A view being kept: events in, documents out, in one transaction with the position. */
public interface Projection {
    /** Unique in the service and never changed: positions are kept under it. */
    String name();

    /** Topics it listens to. */
    Set<String> topics();

    /** The collections it writes, and nobody else does. */
    List<CollectionSpec> collections();

    /**
     * Whether an event of one dossier changes documents that belong to another. Where several processes share the store
     * they then take turns; else each works for itself on the dossiers it was given.
     */
    default boolean acrossDossiers() {
        return false;
    }

    /**
     * Whether it finds the documents it changes by their ids alone, never by an index: then a batch of events reads and
     * stores each of them once.
     */
    default boolean byIdAlone() {
        return false;
    }

    /**
     * Applies an event. Events of one stream come in version order, each once; streams come in any order.
     *
     * @throws RuntimeException when it cannot; the dossier is then parked for this view
     */
    void apply(ReceivedEvent event, DocumentWriter documents);
}
