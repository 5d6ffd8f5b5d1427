/** The legal clock: working calendars, terms, pauses, due dates and the reasons for them, line by line. */
@NullMarked
package vn.tthc.law.clock;

import org.jspecify.annotations.NullMarked;
