package vn.tthc.contracts.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.law.Level;

/**
 * An agency with its place in the tree and in time.
 *
 * @param id {@code code@validFrom}; a code alone occurs in two eras with other bounds
 * @param code code of the General Statistics Office, or the agency's own
 * @param number three digits used in dossier codes, null where none may be issued
 * @param level level of government
 * @param parent id of the agency above, null at the top
 * @param kind UNIT, DEPARTMENT, MINISTRY or ONE_STOP; EXTERNAL for what the source of an import calls an agency
 * @param name Vietnamese name
 * @param nameEn English name
 * @param validFrom first day, null when always
 * @param validTo last day, null while it exists
 * @param area NORMAL, MOUNTAIN or ISLAND
 * @param successors what it became
 */
public record Agency(
        String id,
        String code,
        @Nullable String number,
        Level level,
        @Nullable String parent,
        String kind,
        String name,
        String nameEn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String area,
        List<String> successors) {
    public Agency {
        successors = List.copyOf(successors);
    }

    /** How events name it. */
    public AgencyRef ref() {
        return new AgencyRef(id, name, nameEn, level, validFrom, validTo);
    }
}
