/** What a case asks of its dossier: supplements, an obligation, a clock that stands still. */
@NullMarked
package vn.tthc.processing.waiting;

import org.jspecify.annotations.NullMarked;
