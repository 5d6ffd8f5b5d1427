/** The label that is printed and stuck on an item. */
@NullMarked
package vn.tthc.postal.label;

import org.jspecify.annotations.NullMarked;
