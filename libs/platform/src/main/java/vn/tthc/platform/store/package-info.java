/** Documents of views and reactions behind a port with declared indexes. */
@NullMarked
package vn.tthc.platform.store;

import org.jspecify.annotations.NullMarked;
