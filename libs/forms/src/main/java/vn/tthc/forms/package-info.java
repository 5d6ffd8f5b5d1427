/** The official forms of a dossier: what stands in them as data, and the same as a printed page. */
@NullMarked
package vn.tthc.forms;

import org.jspecify.annotations.NullMarked;
