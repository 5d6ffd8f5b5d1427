/** Procedures, agencies and calendars: seeded from files, kept as streams, looked up from memory. */
@NullMarked
package vn.tthc.intake.reference;

import org.jspecify.annotations.NullMarked;
