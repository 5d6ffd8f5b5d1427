/** What the keepers of the system decided about the flow of events, kept like every other fact. */
@NullMarked
package vn.tthc.contracts.operation;

import org.jspecify.annotations.NullMarked;
