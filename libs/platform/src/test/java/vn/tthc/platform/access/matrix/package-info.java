/** Runs every endpoint of a service as everybody and compares what comes back with a table of who may what. */
@NullMarked
package vn.tthc.platform.access.matrix;

import org.jspecify.annotations.NullMarked;
