/** What a delivery rests on: pictures, and that they are there. */
@NullMarked
package vn.tthc.postal.proof;

import org.jspecify.annotations.NullMarked;
