package vn.tthc.postal;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** What may be done and seen at the post. */
public enum PostalPermission implements Permission {
    /** Tells a scan, at the own point. */
    SCAN(Role.POSTAL_WORKER),
    /** Sees an item: the post, the one-stop it comes from, those who watch over both. */
    READ_ITEM(Role.POSTAL_WORKER, Role.RECEPTION_OFFICER, Role.INSPECTOR),
    /** Calls an item back, splits it or sends it elsewhere: the post, and the one-stop it comes from. */
    CHANGE_ITEM(Role.POSTAL_WORKER, Role.RECEPTION_OFFICER),
    /** Fills, closes and hands over a manifest where it leaves from, accepts it where it goes to. */
    WORK_MANIFEST(Role.POSTAL_WORKER),
    /** Sees manifests: the points it goes between, and those who watch over the units these stand in. */
    READ_MANIFEST(Role.POSTAL_WORKER, Role.INSPECTOR),
    /** Sees what is to be done at the own point. */
    READ_WORK(Role.POSTAL_WORKER),
    /** Sees how well the post serves the communes. */
    READ_FIGURES(Role.POSTAL_WORKER, Role.AGENCY_LEADER, Role.INSPECTOR),
    /** Takes money, passes it on and counts it, at the own point. */
    WORK_TILL(Role.POSTAL_WORKER),
    /** Sees the money of a point: the point, and those who watch over the unit it stands in. */
    READ_TILL(Role.POSTAL_WORKER, Role.INSPECTOR),
    /** Sees the money of all points of the units one watches over. */
    WATCH_TILLS(Role.INSPECTOR),
    /** Sees how far the ranges of identifiers are used. */
    WATCH_RANGES(Role.ADMINISTRATOR, Role.INSPECTOR),
    /** Takes a citizen's dossier, or papers to be surrendered, at the own point. */
    TAKE_DOSSIER(Role.POSTAL_WORKER),
    /** Gives an item to the post: the one-stop it leaves from. */
    HAND_OVER(Role.RECEPTION_OFFICER),
    /** Compares a dossier from the post with its list: the one-stop it came to. */
    CHECK_DOSSIER(Role.RECEPTION_OFFICER),
    /** Sees the items that were not heard of: the own point's, or all. */
    SEE_SILENT(Role.POSTAL_WORKER, Role.ADMINISTRATOR, Role.INSPECTOR),
    /** Sees the scans that were set aside: the own point's, or all. */
    SEE_ANOMALIES(Role.POSTAL_WORKER, Role.ADMINISTRATOR, Role.INSPECTOR),
    /** Settles a scan that was set aside: where it was told, or where the item has to do with. */
    SETTLE_ANOMALY(Role.POSTAL_WORKER),
    /** Tells something as a carrier: whoever has its secret. */
    TELL_AS_CARRIER(Role.values()),
    /** Sees what of carriers waits for a person. */
    SEE_CARRIERS(Role.ADMINISTRATOR, Role.INSPECTOR),
    /** Settles what of carriers waits for a person. */
    SETTLE_CARRIERS(Role.ADMINISTRATOR),
    /** Sees the postal points and checks identifiers: everybody. */
    READ_PUBLIC(Role.values());

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed, only its type does not say so
    private final Set<Role> roles;

    PostalPermission(Role... roles) {
        this.roles = Set.of(roles);
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public boolean reachesBelow() {
        return this == READ_ITEM;
    }

    @Override
    public boolean boundToPoint() {
        return this != READ_PUBLIC && this != WATCH_RANGES;
    }
}
