package vn.tthc.intake.access;

import static vn.tthc.contracts.Role.ADMINISTRATOR;
import static vn.tthc.contracts.Role.AGENCY_LEADER;
import static vn.tthc.contracts.Role.CASE_OFFICER;
import static vn.tthc.contracts.Role.CITIZEN;
import static vn.tthc.contracts.Role.HEAD_OF_UNIT;
import static vn.tthc.contracts.Role.IMPORTER;
import static vn.tthc.contracts.Role.INSPECTOR;
import static vn.tthc.contracts.Role.POSTAL_WORKER;
import static vn.tthc.contracts.Role.RECEPTION_OFFICER;
import static vn.tthc.contracts.Role.RECORDS_CLERK;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.law.Channel;
import vn.tthc.platform.access.Permission;

/** Everything that can be done or seen in intake. What concerns a dossier is asked for its receiving agency. */
public enum IntakePermission implements Permission {
    /** Nộp trực tuyến. */
    SUBMIT_ONLINE(CITIZEN, RECEPTION_OFFICER),
    /** Giữ bản nháp: each account its own. */
    KEEP_DRAFTS(CITIZEN),
    /** Nộp trực tiếp: the officer at the counter enters it. */
    SUBMIT_AT_COUNTER(RECEPTION_OFFICER),
    /** Nộp qua bưu chính công ích. */
    SUBMIT_BY_POST(RECEPTION_OFFICER, POSTAL_WORKER),
    /** Tiếp nhận. */
    RECEIVE(RECEPTION_OFFICER),
    /** Giữ trước một dãy mã hồ sơ cho nơi làm việc trên giấy, và xem dãy đã giữ. */
    RESERVE_CODES(RECORDS_CLERK),
    /** Từ chối tiếp nhận. */
    REFUSE_RECEPTION(RECEPTION_OFFICER),
    /** Yêu cầu bổ sung, và ghi nhận đã bổ sung. */
    SUPPLEMENT(RECEPTION_OFFICER),
    /** Cho phép yêu cầu bổ sung thêm lần nữa: a head of the one-stop or of the agency that decides. */
    ALLOW_ANOTHER_SUPPLEMENT(HEAD_OF_UNIT, AGENCY_LEADER),
    /** Tạm dừng, tiếp tục tính thời hạn. */
    PAUSE(RECEPTION_OFFICER),
    /** Đề nghị rút hồ sơ: the account that filed it, or the counter for whoever comes in person. */
    WITHDRAW(CITIZEN, RECEPTION_OFFICER),
    /** Ghi nhận phí, lệ phí đã nộp. */
    TAKE_FEE(RECEPTION_OFFICER),
    /** Miễn phí, lệ phí. */
    WAIVE_FEE(RECEPTION_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER),
    /** Xin lỗi, gia hạn. */
    EXTEND(HEAD_OF_UNIT, AGENCY_LEADER),
    /** Đính chính. */
    CORRECT(AGENCY_LEADER),
    /** Giao cho cơ quan giải quyết. */
    HAND_OVER(RECEPTION_OFFICER),
    /** Nhận kết quả về bộ phận một cửa. */
    ACCEPT_RESULT(RECEPTION_OFFICER),
    /** Trả kết quả tại quầy. */
    RETURN_RESULT(RECEPTION_OFFICER),
    /** Nhập hồ sơ cũ. */
    IMPORT(IMPORTER),
    /** Xem hồ sơ tại bàn làm việc; a citizen sees the ones filed by the same account. */
    VIEW_DOSSIER(CITIZEN, RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, RECORDS_CLERK, INSPECTOR),
    /** Xem bản quét giấy ủy quyền: who deals with the dossier, for a purpose that is on record. */
    READ_AUTHORITY(RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, INSPECTOR),
    /** Xem, in các mẫu của hồ sơ, which name persons: who deals with the dossier, and the account that filed it. */
    READ_FORMS(CITIZEN, RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, INSPECTOR),
    /** Xem, in sổ theo dõi hồ sơ của một cơ quan, which names persons: who keeps it, and who answers for it. */
    READ_REGISTER(RECEPTION_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, INSPECTOR),
    /** Xóa dữ liệu cá nhân: asked for every agency that has a dossier of the person, so of a leader above them all. */
    ERASE_PERSON(AGENCY_LEADER),
    /** Ủy quyền: whoever holds a role at an agency; which roles, the delegation itself decides. */
    DELEGATE(RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, RECORDS_CLERK),
    /** Thu hồi ủy quyền của người khác trong cơ quan. */
    REVOKE_DELEGATION(AGENCY_LEADER),
    /** Xem các ủy quyền của một cơ quan. */
    VIEW_DELEGATIONS(HEAD_OF_UNIT, AGENCY_LEADER, INSPECTOR),
    /** Công bố thủ tục, lịch làm việc: the keepers of the catalogue, so administrators alone. */
    PUBLISH_CATALOGUE(ADMINISTRATOR),
    /** Xem thủ tục, cơ quan: published, so for everybody. */
    VIEW_CATALOGUE(Role.values()),
    /** Tính thử hạn: arithmetic on what the caller gives, for everybody. */
    PREVIEW_DEADLINE(Role.values());

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, which the checker cannot see
    private final Set<Role> roles;

    IntakePermission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The permission to file by a channel. */
    public static IntakePermission submit(Channel channel) {
        return switch (channel) {
            case ONLINE -> SUBMIT_ONLINE;
            case COUNTER -> SUBMIT_AT_COUNTER;
            case POST -> SUBMIT_BY_POST;
        };
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public boolean reachesBelow() {
        return this == VIEW_DOSSIER || this == READ_REGISTER || this == ERASE_PERSON || this == VIEW_DELEGATIONS;
    }
}
