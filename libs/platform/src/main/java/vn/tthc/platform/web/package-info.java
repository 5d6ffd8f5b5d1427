/** HTTP as every service speaks it: ETag, If-Match, Idempotency-Key, Tthc-Position, problem details. */
@NullMarked
package vn.tthc.platform.web;

import org.jspecify.annotations.NullMarked;
