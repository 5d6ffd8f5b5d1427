package vn.tthc.platform.consume;

import java.sql.SQLException;
import org.apache.kafka.common.errors.RetriableException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.tthc.platform.event.UnknownEvent;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.VersionConflict;
import vn.tthc.platform.relay.UnreadableRecord;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** What a failure means for the event that met it. */
final class Reasons {
    private static final int MAX_DEPTH = 16;

    private Reasons() {}

    /** Whether it has nothing to do with the event: the event is tried again until it passes. */
    static boolean passes(Throwable failure) {
        int depth = 0;
        boolean passes = false;
        for (Throwable at = failure; at != null && depth < MAX_DEPTH; at = at.getCause(), depth++) {
            if (at instanceof SQLException sql) {
                return !isFaultOfTheData(sql);
            }
            passes |= at instanceof StoreUnavailable
                    || at instanceof OutcomePending
                    || at instanceof LogUnavailable
                    || at instanceof OutcomeUnknown
                    || at instanceof VersionConflict
                    || at instanceof RetriableException
                    // A stop interrupts what is under way, and a broken installation is no fault of the event.
                    || at instanceof InterruptedException
                    || at instanceof LockAcquisitionFailedException
                    // Only the try ends with it; what becomes of the record is decided when its turn has come.
                    || at instanceof NotAhead
                    || at instanceof LinkageError;
        }
        return passes;
    }

    private static boolean isFaultOfTheData(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                || primary == SQLiteErrorCode.SQLITE_MISMATCH.code
                || primary == SQLiteErrorCode.SQLITE_TOOBIG.code
                || primary == SQLiteErrorCode.SQLITE_ERROR.code
                || primary == SQLiteErrorCode.SQLITE_RANGE.code;
    }

    /** A failure in words that hold no data of the event: what, and where in the program. */
    static String of(Throwable failure) {
        return switch (failure) {
            case UnknownEvent unknown -> String.valueOf(unknown.getMessage());
            case UnreadableRecord unreadable -> String.valueOf(unreadable.getMessage());
            default -> failure.getClass().getName() + place(failure.getStackTrace());
        };
    }

    private static String place(@Nullable StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            if (element != null && element.getClassName().startsWith("vn.tthc.")) {
                return " at " + element.getClassName() + "." + element.getMethodName() + ":" + element.getLineNumber();
            }
        }
        return "";
    }
}
