/** Personal data under a key per person. */
@NullMarked
package vn.tthc.platform.person;

import org.jspecify.annotations.NullMarked;
