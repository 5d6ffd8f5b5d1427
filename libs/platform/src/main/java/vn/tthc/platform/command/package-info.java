/** The way of every command from a caller to the log. */
@NullMarked
package vn.tthc.platform.command;

import org.jspecify.annotations.NullMarked;
