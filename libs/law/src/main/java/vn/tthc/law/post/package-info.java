/** Identifiers of the public post (BCCI): the UPU S10 item identifier. */
@NullMarked
package vn.tthc.law.post;

import org.jspecify.annotations.NullMarked;
