/** From the log to Kafka: everything, in order, until the broker has it. */
@NullMarked
package vn.tthc.platform.relay;

import org.jspecify.annotations.NullMarked;
