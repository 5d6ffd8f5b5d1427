/** The broker of the local mode: one Kafka node with a persistent log. */
@NullMarked
package vn.tthc.local.broker;

import org.jspecify.annotations.NullMarked;
