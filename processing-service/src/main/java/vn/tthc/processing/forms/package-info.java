/** The official forms that follow from a case's own events: the control sheet. */
@NullMarked
package vn.tthc.processing.forms;

import org.jspecify.annotations.NullMarked;
