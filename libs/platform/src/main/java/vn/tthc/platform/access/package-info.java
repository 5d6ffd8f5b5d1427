/** Who may do and see what: one policy for every command and read. */
@NullMarked
package vn.tthc.platform.access;

import org.jspecify.annotations.NullMarked;
