/** A first walk through the system. */
@NullMarked
package vn.tthc.local.demo;

import org.jspecify.annotations.NullMarked;
