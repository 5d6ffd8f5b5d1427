/** What is known of one dossier: three sub-folds and the pure function that shows them. */
@NullMarked
package vn.tthc.query.dossierview;

import org.jspecify.annotations.NullMarked;
