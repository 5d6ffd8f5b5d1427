/** The rules of processing: what may be done with a case, and what follows. Pure; times and agencies come in. */
@NullMarked
package vn.tthc.processing.domain;

import org.jspecify.annotations.NullMarked;
