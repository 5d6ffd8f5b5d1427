package vn.tthc.law;

/** How a dossier reaches the one-stop (KenhThucHien 1, 2, 3 of the national portal). */
public enum Channel {
    /** Trực tiếp: at the counter. */
    COUNTER(1),
    /** Trực tuyến: online. */
    ONLINE(2),
    /** Bưu chính công ích: by the public post. */
    POST(3);

    private final int nationalCode;

    Channel(int nationalCode) {
        this.nationalCode = nationalCode;
    }

    /** The code the national portal uses for this channel (KenhThucHien). */
    public int nationalCode() {
        return nationalCode;
    }
}
