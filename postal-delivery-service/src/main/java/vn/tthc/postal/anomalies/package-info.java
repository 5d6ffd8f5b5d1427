/** Scans that were set aside, and what a person says of them. */
@NullMarked
package vn.tthc.postal.anomalies;

import org.jspecify.annotations.NullMarked;
