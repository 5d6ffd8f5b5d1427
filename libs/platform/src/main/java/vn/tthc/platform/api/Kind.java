package vn.tthc.platform.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an operation is to the log: from that follow its headers and what can go wrong. */
enum Kind {
    /** Shows something. */
    READ,
    /** Shows something of which a decision may follow: with its version. */
    STATE,
    /** Asks with a body; nothing is recorded of it. */
    QUESTION,
    /** Records something new. */
    CREATION,
    /** Decides on something the caller has seen. */
    DECISION,
    /** Records a fact that has a name of its own. */
    FACT,
    /** As a fact, and its version is nobody's business. */
    UNVERSIONED_FACT;

    static Kind of(@Nullable String told, String method) {
        if (told != null) {
            return valueOf(told.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        return method.equals("GET") ? READ : QUESTION;
    }

    /** What a good answer carries; {@code Idempotency-Replayed} only when it is a repeat. */
    List<String> headers() {
        return switch (this) {
            case READ, QUESTION, UNVERSIONED_FACT -> List.of();
            case STATE -> List.of("ETag", "Tthc-Position");
            case CREATION, DECISION, FACT -> List.of("ETag", "Tthc-Position", "Idempotency-Replayed");
        };
    }

    boolean takesKey() {
        return this == CREATION || this == DECISION || this == FACT || this == UNVERSIONED_FACT;
    }

    boolean takesVersion() {
        return this == DECISION;
    }

    /** Codes that follow from what the operation is. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        if (takesKey()) {
            codes.add("OUTCOME_UNKNOWN");
        }
        if (this == CREATION || this == DECISION) {
            codes.add("IDEMPOTENCY_KEY_REUSED");
        }
        if (takesVersion()) {
            codes.addAll(List.of("PRECONDITION_REQUIRED", "STALE_VERSION", "NOT_FOUND"));
        }
        return codes;
    }
}
