/** Compares what is known here with what the national portal says, and names every difference. */
@NullMarked
package vn.tthc.query.reconciliation;

import org.jspecify.annotations.NullMarked;
