package vn.tthc.platform.consume;

import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.TthcEvent;

/**
 * An event as it came from a topic.
 *
 * @param envelope everything about it
 * @param event the event itself, upcast to the newest shape
 * @param partition partition it came on, the same for all events of a dossier
 */
public record ReceivedEvent(Envelope envelope, TthcEvent event, int partition) {}
