/** Who has what to do, and what of it is late: every open dossier in exactly one queue. */
@NullMarked
package vn.tthc.query.worklist;

import org.jspecify.annotations.NullMarked;
