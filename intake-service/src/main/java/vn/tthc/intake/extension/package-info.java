/** Promising a new date with an apology (xin lỗi và gia hạn, Mẫu 04). */
@NullMarked
package vn.tthc.intake.extension;

import org.jspecify.annotations.NullMarked;
