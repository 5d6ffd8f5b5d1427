/** Keys of the local mode and tokens of its demo people. */
@NullMarked
package vn.tthc.local.token;

import org.jspecify.annotations.NullMarked;
