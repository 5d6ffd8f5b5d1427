package vn.tthc.platform.api;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Examples of what every service has; no broker answers where they are executed. */
public final class CommonExamples {
    /** What needs the broker, or a record that nobody could handle: elsewhere it is proven that they work. */
    public static final Set<String> NOT_HERE = Set.of(
            "getInternalParkedById",
            "postInternalParkedRetries",
            "postInternalParkedSkips",
            "postInternalLogVerification",
            "postInternalViewsByViewRebuild",
            "postInternalViewsVerification");

    /** What asks the broker first, for longer than a test should. */
    public static final Set<String> WAIT_FOR_THE_BROKER =
            Set.of("postInternalLogVerification", "postInternalViewsVerification");

    /** Enough of a picture to be taken for one. */
    private static final byte[] PICTURE =
            "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR".getBytes(StandardCharsets.ISO_8859_1);

    private CommonExamples() {}

    /** A file that is taken. */
    public static byte[] picture() {
        return PICTURE.clone();
    }

    /**
     * Executes them.
     *
     * @param administrator token
     * @param inspector token of one who sees everything
     */
    public static void run(ExampleBook book, String administrator, String inspector) {
        book.call("getProblems").succeeds(200);
        book.call("getInternalProgress").as(administrator).succeeds(200);
        book.call("getInternalViews").as(administrator).succeeds(200);
        book.call("getInternalLogHeads").as(administrator).succeeds(200);
        book.call("getInternalParked").as(administrator).with("limit", "50").succeeds(200);
        book.call("getInternalPersonalDataReads")
                .as(inspector)
                .with("from", "2026-03-01T00:00:00+07:00")
                .with("limit", "10")
                .succeeds(200);
        book.call("postInternalPositionsBehind").as(administrator).body("""
                        {"heads": [{"stream": "dossier-0190f3b2-0000-7000-8000-000000000001", "version": 1}]}""").succeeds(200);
        book.call("postInternalBackups").as(administrator).body("""
                        {"name": "2026-03-02"}""").succeeds(200);
        refusals(book, administrator, inspector);
    }

    private static void refusals(ExampleBook book, String administrator, String inspector) {
        book.call("postInternalBackups")
                .as(inspector)
                .body("{\"name\": \"mine\"}")
                .refused(403, "FORBIDDEN");
        book.call("postInternalBackups")
                .as(administrator)
                .body("{\"name\": \"2026-03-02\"}")
                .refused(409, "SNAPSHOT_EXISTS");
        book.call("postInternalPositionsBehind")
                .as(administrator)
                .body("{\"heads\": [null]}")
                .refused(400, "VALIDATION_FAILED");
        book.call("getInternalProgress").refused(401, "UNAUTHENTICATED");
        book.call("getInternalParkedById").as(administrator).with("id", "1").refused(404, "NOT_FOUND");
        book.call("getInternalParkedById").as(administrator).with("id", "a/b").refused(400, "MALFORMED_REQUEST");
        book.call("postInternalParkedRetries").as(administrator).body("""
                        {"consumer": "views", "dossier": "0190f3b2-0000-7000-8000-000000000001"}""").refused(409, "NOT_PARKED");
        book.call("postInternalParkedSkips").as(administrator).body("""
                        {"consumer": "views", "dossier": "0190f3b2-0000-7000-8000-000000000001",
                         "stream": "dossier-0190f3b2-0000-7000-8000-000000000001", "version": 3,
                         "reason": "Hồ sơ thử nghiệm, đã hủy"}""").refused(409, "NOT_PARKED");
        book.call("postInternalViewsByViewRebuild")
                .as(administrator)
                .with("view", "nothing")
                .refused(404, "NO_SUCH_VIEW");
    }

    /** A file is taken, and one of another kind is not. */
    public static void files(ExampleBook book, String sender) {
        book.call("postBlobs").as(sender).file("image/png", PICTURE).succeeds(201);
        book.call("postBlobs").as(sender).file("application/pdf", PICTURE).refused(422, "BLOB_TYPE_MISMATCH");
        book.call("postBlobs").as(sender).file("text/html", PICTURE).refused(415, "BLOB_TYPE_NOT_ALLOWED");
    }
}
