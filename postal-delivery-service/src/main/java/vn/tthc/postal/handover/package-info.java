/** An item that a one-stop gives to the post, by a record that both sign. */
@NullMarked
package vn.tthc.postal.handover;

import org.jspecify.annotations.NullMarked;
