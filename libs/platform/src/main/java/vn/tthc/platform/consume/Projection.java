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
     * Applies an event. Events of one stream come in version order, each once; streams come in any order.
     *
     * @throws RuntimeException when it cannot; the dossier is then parked for this view
     */
    void apply(ReceivedEvent event, DocumentWriter documents);
}
