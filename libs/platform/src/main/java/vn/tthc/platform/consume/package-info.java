/** From Kafka to an effect: once, in order, with gaps healed and poison parked. */
@NullMarked
package vn.tthc.platform.consume;

import org.jspecify.annotations.NullMarked;
