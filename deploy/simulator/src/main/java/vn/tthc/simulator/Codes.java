package vn.tthc.simulator;

/** The words of a carrier, by its name; one with another name speaks as VNPost does. */
enum Codes {
    VNPOST("1", "2", "3", "4", "VANG_MAT", "5", "7", "9"),
    EMS("3", "4", "5", "6", "KHONG_LIEN_LAC", "7", "8", "13");

    final String accepted;
    final String inTransit;
    final String atOffice;
    final String failed;
    final String reason;
    final String delivered;
    final String returning;
    final String returned;

    Codes(
            String accepted,
            String inTransit,
            String atOffice,
            String failed,
            String reason,
            String delivered,
            String returning,
            String returned) {
        this.accepted = accepted;
        this.inTransit = inTransit;
        this.atOffice = atOffice;
        this.failed = failed;
        this.reason = reason;
        this.delivered = delivered;
        this.returning = returning;
        this.returned = returned;
    }

    static Codes of(String carrier) {
        return carrier.equals("ems") ? EMS : VNPOST;
    }
}
