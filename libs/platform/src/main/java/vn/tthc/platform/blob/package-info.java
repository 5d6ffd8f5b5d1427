/** Files that belong to dossiers: kept once, encrypted, named by the hash of their content; only that stands in events. */
@NullMarked
package vn.tthc.platform.blob;

import org.jspecify.annotations.NullMarked;
