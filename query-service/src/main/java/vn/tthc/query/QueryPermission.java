package vn.tthc.query;

import static vn.tthc.contracts.Role.AGENCY_LEADER;
import static vn.tthc.contracts.Role.CASE_OFFICER;
import static vn.tthc.contracts.Role.HEAD_OF_UNIT;
import static vn.tthc.contracts.Role.IMPORTER;
import static vn.tthc.contracts.Role.INSPECTOR;
import static vn.tthc.contracts.Role.RECEPTION_OFFICER;
import static vn.tthc.contracts.Role.RECORDS_CLERK;
import static vn.tthc.contracts.Role.SYSTEM;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** What may be seen here. */
public enum QueryPermission implements Permission {
    /** One dossier with its timeline, personal data masked; for the agencies it concerns. */
    READ_DOSSIER,
    /** Lists of dossiers; each row is asked for {@link #READ_DOSSIER} besides. */
    SEARCH_DOSSIERS,
    /** Facts meant for the keepers of the system alone. */
    READ_INTERNAL_FACTS,
    /** Finds dossiers by name or number of a person; each is asked for {@link #READ_DOSSIER} besides. */
    SEARCH_PERSONS,
    /** Sees the name and how to reach a person in plain text, with a purpose that goes on record. */
    READ_CONTACT,
    /** The same for identity numbers. */
    READ_IDENTITY,
    /** Sees how far an erasure has come. */
    READ_ERASURES,
    /** Figures, which name nobody. */
    READ_STATISTICS,
    /** One dossier by number and secret; open to everybody, because the secret is what one has to have. */
    LOOK_UP;

    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> KEEPERS = Set.of(INSPECTOR, SYSTEM);
    private static final Set<Role> OFFICIALS =
            Set.of(RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, RECORDS_CLERK, INSPECTOR, SYSTEM);
    private static final Set<Role> WHO_DEAL_WITH_PERSONS =
            Set.of(RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, INSPECTOR);
    private static final Set<Role> WHO_CHECK_IDENTITIES = Set.of(RECEPTION_OFFICER, CASE_OFFICER, INSPECTOR);
    private static final Set<Role> WHO_WATCH_ERASURES = Set.of(AGENCY_LEADER, INSPECTOR, SYSTEM);
    private static final Set<Role> OFFICIALS_AND_IMPORTERS = Set.of(
            RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, RECORDS_CLERK, INSPECTOR, SYSTEM, IMPORTER);

    @Override
    public Set<Role> roles() {
        return switch (this) {
            case READ_DOSSIER, SEARCH_DOSSIERS -> OFFICIALS;
            case SEARCH_PERSONS, READ_CONTACT -> WHO_DEAL_WITH_PERSONS;
            case READ_IDENTITY -> WHO_CHECK_IDENTITIES;
            case READ_ERASURES -> WHO_WATCH_ERASURES;
            case READ_INTERNAL_FACTS -> KEEPERS;
            case READ_STATISTICS -> OFFICIALS_AND_IMPORTERS;
            case LOOK_UP -> EVERYBODY;
        };
    }
}
