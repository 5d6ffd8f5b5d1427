/** Answers officials: lists on declared indexes, one dossier, its timeline. */
@NullMarked
package vn.tthc.query.search;

import org.jspecify.annotations.NullMarked;
