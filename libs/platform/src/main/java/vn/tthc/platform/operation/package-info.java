/** What the keepers of the system and of its data decided, on record like every other fact. */
@NullMarked
package vn.tthc.platform.operation;

import org.jspecify.annotations.NullMarked;
