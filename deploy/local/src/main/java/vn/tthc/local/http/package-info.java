/** Calling the public HTTP API, with patience. */
@NullMarked
package vn.tthc.local.http;

import org.jspecify.annotations.NullMarked;
