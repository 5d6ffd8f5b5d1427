/** The agencies there are, and how open cases follow an agency that becomes another. */
@NullMarked
package vn.tthc.processing.agency;

import org.jspecify.annotations.NullMarked;
