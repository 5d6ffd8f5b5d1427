/** The one-stop takes the result over (nhận kết quả). */
@NullMarked
package vn.tthc.intake.resultacceptance;

import org.jspecify.annotations.NullMarked;
