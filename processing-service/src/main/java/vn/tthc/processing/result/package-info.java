/** The result: signed, numbered and issued, and the end of processing. */
@NullMarked
package vn.tthc.processing.result;

import org.jspecify.annotations.NullMarked;
