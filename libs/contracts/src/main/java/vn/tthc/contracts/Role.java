package vn.tthc.contracts;

/** What a person or a program may be in this system. */
public enum Role {
    /** Người dân, doanh nghiệp. */
    CITIZEN,
    /** Cán bộ tiếp nhận và trả kết quả. */
    RECEPTION_OFFICER,
    /** Chuyên viên thụ lý. */
    CASE_OFFICER,
    /** Lãnh đạo phòng. */
    HEAD_OF_UNIT,
    /** Lãnh đạo cơ quan, người có thẩm quyền ký. */
    AGENCY_LEADER,
    /** Văn thư. */
    RECORDS_CLERK,
    /** Nhân viên bưu chính. */
    POSTAL_WORKER,
    /** Thanh tra, giám sát. */
    INSPECTOR,
    /** Quản trị hệ thống. */
    ADMINISTRATOR,
    /** A service acting on an event. */
    SYSTEM,
    /** Brings in old dossiers with their own dates. */
    IMPORTER
}
