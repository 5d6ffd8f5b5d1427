package vn.tthc.query;

import java.util.List;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.Role;

/** The flow that stories run through. */
final class Flows {
    private Flows() {}

    static AgencyRef agency(String step) {
        return flow().stream()
                .filter(each -> each.id().equals(step))
                .findFirst()
                .orElseThrow()
                .agency();
    }

    static List<FlowStep> flow() {
        return List.of(
                step("tham-dinh", "Thẩm định", "Appraisal", FlowStep.Kind.WORK, Agencies.TINH),
                step("trinh", "Trình ký", "Submission", FlowStep.Kind.WORK, Agencies.TINH),
                step("ky", "Ký quyết định", "Signature", FlowStep.Kind.SIGN, Agencies.TRUNG_UONG));
    }

    private static FlowStep step(String id, String name, String nameEn, FlowStep.Kind kind, AgencyRef agency) {
        return new FlowStep(
                id, name, nameEn, kind, agency.level(), Role.CASE_OFFICER, agency, 480, false, List.of("tham-dinh"));
    }
}
