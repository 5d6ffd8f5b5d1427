/** What a postal point has to do today, and whether mail reaches every commune on the same day. */
@NullMarked
package vn.tthc.postal.worklists;

import org.jspecify.annotations.NullMarked;
