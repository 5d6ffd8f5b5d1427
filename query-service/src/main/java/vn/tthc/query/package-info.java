/** The read side: every view of a dossier, built from events alone and asked over HTTP. */
@NullMarked
package vn.tthc.query;

import org.jspecify.annotations.NullMarked;
