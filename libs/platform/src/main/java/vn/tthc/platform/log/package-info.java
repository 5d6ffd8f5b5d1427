/** The event log: the one place where a fact becomes a fact. */
@NullMarked
package vn.tthc.platform.log;

import org.jspecify.annotations.NullMarked;
