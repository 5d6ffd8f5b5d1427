/** A person's right to be forgotten: decided here, carried out by every service. */
@NullMarked
package vn.tthc.intake.erasure;

import org.jspecify.annotations.NullMarked;
