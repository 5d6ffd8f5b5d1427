package vn.tthc.platform.mongo;

import com.mongodb.ConnectionString;

/** A MongoDB that whoever runs the tests offers: its user may create and fill databases named {@code test_...}. */
final class MongoAddress {
    static final String VARIABLE = "TTHC_TEST_MONGODB_URI";

    private MongoAddress() {}

    /** The address of a database there that nobody has used. */
    static String freshUri() {
        String uri = System.getenv(VARIABLE);
        if (uri == null) {
            throw new IllegalStateException(VARIABLE + " is not set");
        }
        String database = new ConnectionString(uri).getDatabase();
        if (database != null) {
            throw new IllegalStateException(VARIABLE + " must name no database, each test makes one of its own");
        }
        int options = uri.indexOf('?');
        String place = options < 0 ? uri : uri.substring(0, options);
        return (place.endsWith("/") ? place : place + "/")
                + MongoDouble.freshName()
                + (options < 0 ? "" : uri.substring(options));
    }
}
