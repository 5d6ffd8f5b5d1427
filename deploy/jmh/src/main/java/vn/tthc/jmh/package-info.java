/** What the law costs by itself, without HTTP, a log or views. */
@NullMarked
package vn.tthc.jmh;

import org.jspecify.annotations.NullMarked;
