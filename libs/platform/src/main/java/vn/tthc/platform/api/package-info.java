/** How a service describes its API: texts in both languages, examples that were executed, and every reason to say no. */
@NullMarked
package vn.tthc.platform.api;

import org.jspecify.annotations.NullMarked;
