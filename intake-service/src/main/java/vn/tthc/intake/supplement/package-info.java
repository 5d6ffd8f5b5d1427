/** Asking for supplements and taking them (yêu cầu bổ sung, Mẫu 02). */
@NullMarked
package vn.tthc.intake.supplement;

import org.jspecify.annotations.NullMarked;
