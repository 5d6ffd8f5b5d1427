package vn.tthc.platform.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;

/** What a failure of the driver means. */
final class Failures {
    private static final int DUPLICATE_KEY = 11_000;

    private Failures() {}

    /** Whether a unique index refused the document. */
    static boolean isDuplicate(MongoException failure) {
        return failure.getCode() == DUPLICATE_KEY;
    }

    /** Whether the server itself refused the command, so that nothing was stored. */
    static boolean isRefusal(MongoException failure) {
        return failure instanceof MongoCommandException
                && !(failure instanceof MongoNotPrimaryException)
                && !(failure instanceof MongoNodeIsRecoveringException);
    }

    /** In words without data: a message of the driver may hold the document it is about. */
    static String of(MongoException failure) {
        return failure.getClass().getSimpleName() + " (" + failure.getCode() + ")";
    }
}
