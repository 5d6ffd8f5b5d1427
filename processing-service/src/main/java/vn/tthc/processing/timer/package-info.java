/** What wakes cases and absences when a moment has come. */
@NullMarked
package vn.tthc.processing.timer;

import org.jspecify.annotations.NullMarked;
