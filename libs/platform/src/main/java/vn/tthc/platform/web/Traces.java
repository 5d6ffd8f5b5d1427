package vn.tthc.platform.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stack traces for the log without the messages, which may repeat what a caller sent. */
final class Traces {
    private static final int FRAMES = 25;

    private Traces() {}

    static String withoutMessages(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            trace.append(seen.size() == 1 ? "" : System.lineSeparator() + "caused by ")
                    .append(t.getClass().getName());
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append(System.lineSeparator()).append("    at ").append(frames[i]);
            }
        }
        return trace.toString();
    }
}
