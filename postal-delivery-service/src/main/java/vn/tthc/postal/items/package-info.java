/** Items as those see them who carry and hand them out. */
@NullMarked
package vn.tthc.postal.items;

import org.jspecify.annotations.NullMarked;
