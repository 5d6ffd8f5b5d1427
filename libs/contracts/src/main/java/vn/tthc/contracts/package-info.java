/** What every event of every service has in common: envelope, actor, cause and stream identity. */
@NullMarked
package vn.tthc.contracts;

import org.jspecify.annotations.NullMarked;
