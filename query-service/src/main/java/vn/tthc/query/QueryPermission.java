package vn.tthc.query;

import static vn.tthc.contracts.Role.AGENCY_LEADER;
import static vn.tthc.contracts.Role.CASE_OFFICER;
import static vn.tthc.contracts.Role.CITIZEN;
import static vn.tthc.contracts.Role.HEAD_OF_UNIT;
import static vn.tthc.contracts.Role.INSPECTOR;
import static vn.tthc.contracts.Role.RECEPTION_OFFICER;
import static vn.tthc.contracts.Role.RECORDS_CLERK;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** What may be seen here. */
public enum QueryPermission implements Permission {
    /** One dossier with its timeline, personal data masked; for the agencies it concerns. */
    READ_DOSSIER,
    /** Lists of dossiers, asked for those that {@link #READ_DOSSIER} would show. */
    SEARCH_DOSSIERS,
    /** Facts meant for those who watch over the others alone. */
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
    /** Holds a list of the national portal against the dossiers here. */
    RECONCILE,
    /** What names the person the identity provider vouches for, as the public is told of it. */
    READ_OWN_DOSSIERS,
    /** One dossier by number and secret; open to everybody, because the secret is what one has to have. */
    LOOK_UP;

    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> CITIZENS = Set.of(CITIZEN);
    private static final Set<Role> WHO_WATCH_OVER_OTHERS = Set.of(INSPECTOR);
    private static final Set<Role> OFFICIALS =
            Set.of(RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, RECORDS_CLERK, INSPECTOR);
    private static final Set<Role> WHO_DEAL_WITH_PERSONS =
            Set.of(RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, INSPECTOR);
    private static final Set<Role> WHO_CHECK_IDENTITIES = Set.of(RECEPTION_OFFICER, CASE_OFFICER, INSPECTOR);
    private static final Set<Role> WHO_WATCH_ERASURES = Set.of(AGENCY_LEADER, INSPECTOR);

    private static final Set<Role> WHO_RECONCILE = Set.of(AGENCY_LEADER, RECORDS_CLERK, INSPECTOR);

    @Override
    public Set<Role> roles() {
        return switch (this) {
            case READ_DOSSIER, SEARCH_DOSSIERS, READ_STATISTICS -> OFFICIALS;
            case SEARCH_PERSONS, READ_CONTACT -> WHO_DEAL_WITH_PERSONS;
            case READ_IDENTITY -> WHO_CHECK_IDENTITIES;
            case READ_ERASURES -> WHO_WATCH_ERASURES;
            case RECONCILE -> WHO_RECONCILE;
            case READ_INTERNAL_FACTS -> WHO_WATCH_OVER_OTHERS;
            case READ_OWN_DOSSIERS -> CITIZENS;
            case LOOK_UP -> EVERYBODY;
        };
    }

    /** Leaders see what lies below; names and numbers in plain text are for those who deal with the dossier. */
    @Override
    public boolean reachesBelow() {
        return this != READ_CONTACT && this != READ_IDENTITY;
    }
}
