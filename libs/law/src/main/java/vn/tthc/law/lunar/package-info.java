/** The Vietnamese lunar calendar at UTC+7, from which Tết and Giỗ Tổ Hùng Vương are derived. */
@NullMarked
package vn.tthc.law.lunar;

import org.jspecify.annotations.NullMarked;
