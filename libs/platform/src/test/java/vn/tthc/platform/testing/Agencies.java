package vn.tthc.platform.testing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.law.Level;
import vn.tthc.platform.access.AgencyTree;

/** A small tree over two eras: a ward that swallowed another, one that was split, a district that is no more. */
public final class Agencies {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);

    public static final Agency GOVERNMENT = agency("G00@origin", Level.TRUNG_UONG, null, null, null);
    public static final Agency PROVINCE = today("68@2025-07-01", Level.TINH, GOVERNMENT.id());
    public static final Agency OTHER_PROVINCE = today("79@2025-07-01", Level.TINH, GOVERNMENT.id());
    public static final Agency DEPARTMENT = today("68-SNV@2025-07-01", Level.TINH, PROVINCE.id());
    public static final Agency WARD = today("24781@2025-07-01", Level.XA, PROVINCE.id());
    public static final Agency OTHER_WARD = today("24787@2025-07-01", Level.XA, PROVINCE.id());
    public static final Agency OLD_DISTRICT = ended("672@origin", Level.HUYEN, PROVINCE.id());
    public static final Agency OLD_WARD = ended("24784@origin", Level.XA, OLD_DISTRICT.id(), WARD.id());
    public static final Agency SPLIT_WARD =
            ended("24799@origin", Level.XA, OLD_DISTRICT.id(), WARD.id(), OTHER_WARD.id());

    public static final AgencyTree TREE = new AgencyTree(List.of(
            GOVERNMENT, PROVINCE, OTHER_PROVINCE, DEPARTMENT, WARD, OTHER_WARD, OLD_DISTRICT, OLD_WARD, SPLIT_WARD));

    private Agencies() {}

    private static Agency today(String id, Level level, String parent) {
        return agency(id, level, parent, FIRST_DAY, null);
    }

    /** One that existed until the levels of government became two. */
    public static Agency ended(String id, Level level, String parent, String... successors) {
        return agency(id, level, parent, null, FIRST_DAY.minusDays(1), successors);
    }

    private static Agency agency(
            String id,
            Level level,
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String... successors) {
        String code = id.substring(0, id.indexOf('@'));
        return new Agency(id, code, null, level, parent, "UNIT", code, code, from, to, "NORMAL", List.of(successors));
    }
}
