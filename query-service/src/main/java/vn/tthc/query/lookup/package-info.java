/** Answers the public, which has a number and a secret. */
@NullMarked
package vn.tthc.query.lookup;

import org.jspecify.annotations.NullMarked;
