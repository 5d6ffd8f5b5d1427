/** Giao - nhận: taking the papers, giving them on, giving them back. */
@NullMarked
package vn.tthc.processing.handover;

import org.jspecify.annotations.NullMarked;
