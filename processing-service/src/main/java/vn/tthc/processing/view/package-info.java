/** A case as an official sees it, with what may be done next. */
@NullMarked
package vn.tthc.processing.view;

import org.jspecify.annotations.NullMarked;
