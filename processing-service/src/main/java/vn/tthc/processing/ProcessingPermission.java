package vn.tthc.processing;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;
import vn.tthc.processing.domain.CaseState;

/** What may be done and seen in processing. */
public enum ProcessingPermission implements Permission {
    /** Sees a case. */
    READ_CASE(
            Role.CASE_OFFICER,
            Role.HEAD_OF_UNIT,
            Role.AGENCY_LEADER,
            Role.RECORDS_CLERK,
            Role.RECEPTION_OFFICER,
            Role.INSPECTOR),
    /** Takes the papers for the agency (nhận). */
    ACCEPT_CUSTODY(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK),
    /** Gives them on (giao). */
    FORWARD(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK),
    /** Gives them back with a reason. */
    SEND_BACK(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK),
    /** Asks the dossier to wait: for supplements, an obligation, another reason; and says that the wait is over. */
    ASK_TO_WAIT(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER),
    /** Allows another request for supplements. */
    ALLOW_ANOTHER_SUPPLEMENT(Role.HEAD_OF_UNIT, Role.AGENCY_LEADER),
    /** Does the steps of the one-stop (cán bộ tiếp nhận và trả kết quả). */
    WORK_AS_RECEPTION_OFFICER(Role.RECEPTION_OFFICER),
    /** Does the steps of the chuyên viên thụ lý. */
    WORK_AS_CASE_OFFICER(Role.CASE_OFFICER),
    /** Does the steps of the lãnh đạo phòng. */
    WORK_AS_HEAD_OF_UNIT(Role.HEAD_OF_UNIT),
    /** Does the steps of the lãnh đạo cơ quan that are not signatures. */
    WORK_AS_AGENCY_LEADER(Role.AGENCY_LEADER),
    /** Does the steps of the văn thư that are not issues. */
    WORK_AS_RECORDS_CLERK(Role.RECORDS_CLERK),
    /** Does the steps of the public post. */
    WORK_AS_POSTAL_WORKER(Role.POSTAL_WORKER),
    /** Does a step that no official role is named for: whoever answers for the agency's work. */
    WORK_WITHOUT_ROLE(Role.HEAD_OF_UNIT, Role.AGENCY_LEADER),
    /** Gives the work of a step to somebody, or takes it away. */
    ASSIGN(Role.HEAD_OF_UNIT, Role.AGENCY_LEADER),
    /** Puts the work of a step back into the pool. */
    RELEASE(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK),
    /** Says that somebody is absent and who stands in. */
    DECLARE_ABSENCE(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK),
    /** Asks another agency's opinion, or does without. */
    ASK_OPINION(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER),
    /** Gives the agency's opinion. */
    GIVE_OPINION(Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.CASE_OFFICER),
    /** Drafts the decision (dự thảo). */
    DRAFT(Role.CASE_OFFICER, Role.HEAD_OF_UNIT),
    /** Corrects a signed decision (đính chính). */
    CORRECT(Role.AGENCY_LEADER),
    /** Moves open cases from an agency to its successor: only an administrator. */
    MOVE_CASES(Role.ADMINISTRATOR),
    /** Signs the decision (người có thẩm quyền ký). */
    SIGN(Role.AGENCY_LEADER),
    /** Signs an apology with a new date (Mẫu 04); who signs it by law was not found. */
    SIGN_APOLOGY(Role.HEAD_OF_UNIT, Role.AGENCY_LEADER),
    /** Gives the result its number and issues it (văn thư). */
    ISSUE(Role.RECORDS_CLERK),
    /** Ends processing. */
    FINISH(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK),
    /** Ends an imported case at its own time. */
    FINISH_AT_OWN_TIME(Role.IMPORTER),
    /** Records a step outside the flow, now. */
    RECORD_STEP(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK),
    /** Records a step with its own time. */
    RECORD_STEP_AT_OWN_TIME(Role.IMPORTER);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed, only its type does not say so
    private final Set<Role> roles;

    ProcessingPermission(Role... roles) {
        this.roles = Set.of(roles);
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public boolean reachesBelow() {
        return this == READ_CASE;
    }

    /** The permission to do the work of the step a case is at. */
    public static ProcessingPermission workOf(CaseState.Opened state) {
        return switch (state) {
            case CaseState.Live live -> workAs(live.progress().current().role());
            case CaseState.Imported imported -> FORWARD;
        };
    }

    /** The permission to do the work of a step that is this role's. */
    public static ProcessingPermission workAs(Role role) {
        return switch (role) {
            case RECEPTION_OFFICER -> WORK_AS_RECEPTION_OFFICER;
            case CASE_OFFICER -> WORK_AS_CASE_OFFICER;
            case HEAD_OF_UNIT -> WORK_AS_HEAD_OF_UNIT;
            case AGENCY_LEADER -> WORK_AS_AGENCY_LEADER;
            case RECORDS_CLERK -> WORK_AS_RECORDS_CLERK;
            case POSTAL_WORKER -> WORK_AS_POSTAL_WORKER;
            case CITIZEN, INSPECTOR, ADMINISTRATOR, SYSTEM, IMPORTER -> WORK_WITHOUT_ROLE;
        };
    }
}
