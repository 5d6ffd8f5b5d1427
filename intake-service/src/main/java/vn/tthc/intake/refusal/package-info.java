/** Refusing reception (từ chối tiếp nhận, Mẫu 03). */
@NullMarked
package vn.tthc.intake.refusal;

import org.jspecify.annotations.NullMarked;
