/** Starting, watching and stopping the processes of the local mode. */
@NullMarked
package vn.tthc.local.process;

import org.jspecify.annotations.NullMarked;
