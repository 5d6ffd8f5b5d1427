/** Procedures, agencies and calendars as published facts, owned by intake. */
@NullMarked
package vn.tthc.contracts.reference;

import org.jspecify.annotations.NullMarked;
