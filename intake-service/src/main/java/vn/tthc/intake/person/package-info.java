/** Personal data on its way in: sealed before any command knows it. */
@NullMarked
package vn.tthc.intake.person;

import org.jspecify.annotations.NullMarked;
