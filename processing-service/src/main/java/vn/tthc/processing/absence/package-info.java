/** Officers who are away, and who stands in for them. */
@NullMarked
package vn.tthc.processing.absence;

import org.jspecify.annotations.NullMarked;
