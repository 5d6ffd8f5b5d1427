/** Texts for people, always in Vietnamese and English. */
@NullMarked
package vn.tthc.query.text;

import org.jspecify.annotations.NullMarked;
