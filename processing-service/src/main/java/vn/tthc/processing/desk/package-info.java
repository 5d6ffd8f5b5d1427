/** What every request about a case needs: the case as the caller saw it, the right to act, the answer. */
@NullMarked
package vn.tthc.processing.desk;

import org.jspecify.annotations.NullMarked;
