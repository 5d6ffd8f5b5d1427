package vn.tthc.postal.reference;

/**
 * A place of the post.
 *
 * @param id its code
 * @param name Vietnamese name
 * @param kind what sort of place
 * @param unit unit it lies in ({@code code@validFrom})
 * @param lat latitude in degrees
 * @param lon longitude in degrees
 * @param retentionDays how many days it keeps what could not be delivered
 */
public record PostalPoint(String id, String name, Kind kind, String unit, double lat, double lon, int retentionDays) {

    /** Sorts of places; the first that a unit has hands out its identifiers. */
    public enum Kind {
        /** Bưu điện trung tâm. */
        CENTRE,
        /** Bưu cục phát. */
        DELIVERY_OFFICE,
        /** Bưu cục giao dịch. */
        POST_OFFICE,
        /** Điểm Bưu điện - Văn hóa xã. */
        CULTURAL_POINT
    }
}
