/** Returning the result at the counter (trả kết quả). */
@NullMarked
package vn.tthc.intake.counterreturn;

import org.jspecify.annotations.NullMarked;
