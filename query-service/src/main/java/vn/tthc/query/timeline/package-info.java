/** What happened to a dossier, in plain words. */
@NullMarked
package vn.tthc.query.timeline;

import org.jspecify.annotations.NullMarked;
