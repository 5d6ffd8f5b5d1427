/** How old an answer may be, and whether a dossier waits to be looked after. */
@NullMarked
package vn.tthc.query.freshness;

import org.jspecify.annotations.NullMarked;
