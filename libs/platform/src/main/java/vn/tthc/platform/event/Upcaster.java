package vn.tthc.platform.event;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts the data of one event from a revision to the next, JSON to JSON. Pure: it knows nothing but the data, so that
 * the log and every consumer read the same.
 *
 * @param type logical name
 * @param from the revision it takes; it gives the one after
 * @param step the change; may work on the node it is given
 */
public record Upcaster(String type, int from, UnaryOperator<ObjectNode> step) {}
