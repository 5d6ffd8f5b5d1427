package vn.tthc.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The procedure that is published for the walkthrough: through four levels, with budgets that no fortnight can hold. */
final class WalkthroughProcedure {
    static final String CODE = "9.000001";

    private WalkthroughProcedure() {}

    static Map<String, Object> published() {
        Map<String, Object> procedure = new HashMap<>();
        procedure.put("code", CODE);
        procedure.put("version", "2026-01");
        procedure.put("validFrom", "2026-01-01");
        procedure.put("name", "Thủ tục minh họa đi qua các cấp");
        procedure.put("nameEn", "A procedure made for the walkthrough, through the levels");
        procedure.put("field", "Minh họa");
        procedure.put("fieldEn", "Illustration");
        procedure.put("competentLevel", "XA");
        procedure.put("channels", List.of("COUNTER"));
        procedure.put("term", Map.of("amount", 14, "unit", "DAY"));
        procedure.put("noDueDate", false);
        for (String none : List.of("termByChannel", "areaUplift")) {
            procedure.put(none, Map.of());
        }
        for (String none : List.of("components", "fees", "sources")) {
            procedure.put(none, List.of());
        }
        procedure.put("unsourced", List.of("all of it: it was made for the walkthrough"));
        procedure.put("pauseReasons", List.of(pause("SUPPLEMENT"), pause("FINANCIAL_OBLIGATION")));
        procedure.put("returnWays", List.of("COUNTER"));
        procedure.put("systemOfRecord", "PROVINCE");
        procedure.put("steps", steps());
        return procedure;
    }

    private static Map<String, String> pause(String reason) {
        return Map.of("reason", reason, "groundVi", "Thủ tục minh họa", "groundEn", "The illustration itself");
    }

    private static List<Map<String, Object>> steps() {
        return List.of(
                step("kiem-tra", "Kiểm tra tại xã", "XA", "CASE_OFFICER", Walkthrough.WARD, 16, List.of(), "WORK"),
                step(
                        "tham-tra",
                        "Thẩm tra tại huyện",
                        "HUYEN",
                        "CASE_OFFICER",
                        Walkthrough.DISTRICT,
                        16,
                        List.of(),
                        "WORK"),
                step(
                        "tham-dinh",
                        "Thẩm định tại sở",
                        "TINH",
                        "CASE_OFFICER",
                        Walkthrough.DEPARTMENT,
                        24,
                        List.of("tham-tra"),
                        "WORK"),
                step("ky", "Ký", "TRUNG_UONG", "AGENCY_LEADER", "G00@origin", 24, List.of("tham-dinh"), "SIGN"),
                step("vao-so", "Vào số", "TRUNG_UONG", "RECORDS_CLERK", Walkthrough.MINISTRY, 16, List.of(), "NUMBER"),
                step("phat-hanh", "Phát hành", "XA", "RECORDS_CLERK", Walkthrough.WARD, 16, List.of(), "ISSUE"));
    }

    private static Map<String, Object> step(
            String id,
            String name,
            String level,
            String role,
            String agency,
            int hours,
            List<String> back,
            String kind) {
        Map<String, Object> step = new HashMap<>(
                Map.of("id", id, "name", name, "nameEn", name, "level", level, "role", role, "agencyRule", "FIXED"));
        step.put("agency", agency);
        step.put("budgetHours", hours);
        step.put("optional", false);
        step.put("mayReturnTo", back);
        step.put("kind", kind);
        return step;
    }
}
