/** Manifests (bản kê): what travels together between two points, and what of it arrived. */
@NullMarked
package vn.tthc.postal.manifests;

import org.jspecify.annotations.NullMarked;
