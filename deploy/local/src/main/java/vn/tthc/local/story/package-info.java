/** Runs a file of HTTP requests, as editors do, against the running system, and checks what it expects. */
@NullMarked
package vn.tthc.local.story;

import org.jspecify.annotations.NullMarked;
