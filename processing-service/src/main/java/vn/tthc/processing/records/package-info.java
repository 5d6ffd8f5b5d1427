/** Steps outside the flow, and those of old dossiers. */
@NullMarked
package vn.tthc.processing.records;

import org.jspecify.annotations.NullMarked;
