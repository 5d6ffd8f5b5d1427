/** Carriers for a try: they take orders, move items that do not exist, and tell of it with faults that can be chosen. */
@NullMarked
package vn.tthc.simulator;

import org.jspecify.annotations.NullMarked;
