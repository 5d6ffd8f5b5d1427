/** The launcher: what ./tthc does once it has a JDK. */
@NullMarked
package vn.tthc.local;

import org.jspecify.annotations.NullMarked;
