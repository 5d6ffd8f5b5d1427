/** What services tell each other about the flow of events itself. */
@NullMarked
package vn.tthc.contracts.control;

import org.jspecify.annotations.NullMarked;
