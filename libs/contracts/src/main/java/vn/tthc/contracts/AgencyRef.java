package vn.tthc.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Level;

/**
 * An agency as it was when the fact was recorded.
 *
 * @param id {@code code@validFrom}
 * @param name Vietnamese name
 * @param nameEn English name
 * @param level where it stands
 * @param validFrom first day it exists, null when it always did
 * @param validTo last day it exists, null while it does
 */
public record AgencyRef(
        String id,
        String name,
        String nameEn,
        Level level,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether the agency exists on that day. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
