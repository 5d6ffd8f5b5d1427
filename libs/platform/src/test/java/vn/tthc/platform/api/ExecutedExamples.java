package vn.tthc.platform.api;

import java.util.HashMap;
import java.util.Map;

/** The examples of a service, executed once for all tests of this JVM that need them. */
final class ExecutedExamples {
    private static final Map<String, ExampleBook> EXECUTED = new HashMap<>();

    private ExecutedExamples() {}

    static synchronized ExampleBook of(ApiContract api) {
        ExampleBook known = EXECUTED.get(api.service());
        if (known == null) {
            known = new ExampleBook(ApiDocument.of(api.line()), api.line());
            api.examples(known);
            EXECUTED.put(api.service(), known);
        }
        return known;
    }
}
