/** Items nobody has heard of for longer than their leg may take. */
@NullMarked
package vn.tthc.postal.silence;

import org.jspecify.annotations.NullMarked;
