package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.Optional;

/** What a case waits for a moment about. */
public sealed interface Subject {
    /** Unique in the case, and the same for ever. */
    String key();

    /** The agency whose end a key is about, or empty when it is about something else. */
    static Optional<String> endingAgency(String key) {
        return key.startsWith(AgencyEnds.PREFIX)
                ? Optional.of(key.substring(AgencyEnds.PREFIX.length()))
                : Optional.empty();
    }

    /** Papers that were given are to be taken. */
    record Receipt(int stay) implements Subject {
        @Override
        public String key() {
            return "receipt/" + stay;
        }
    }

    /** Most of a step's budget is used. */
    record StepNear(int stay) implements Subject {
        @Override
        public String key() {
            return "step-near/" + stay;
        }
    }

    /** A step's budget is used up. */
    record StepOver(int stay) implements Subject {
        @Override
        public String key() {
            return "step/" + stay;
        }
    }

    /** The term of an opinion has passed. */
    record OpinionOver(String opinionId) implements Subject {
        @Override
        public String key() {
            return "opinion/" + opinionId;
        }
    }

    /** The legal due date is near. */
    record DueNear(Instant due) implements Subject {
        @Override
        public String key() {
            return "due-near/" + due;
        }
    }

    /** The legal due date has passed. */
    record Over(Instant due) implements Subject {
        @Override
        public String key() {
            return "due/" + due;
        }
    }

    /** An apology is to be drafted. */
    record Apology(Instant due) implements Subject {
        @Override
        public String key() {
            return "apology/" + due;
        }
    }

    /** An agency of the case ends. */
    record AgencyEnds(String agency) implements Subject {
        private static final String PREFIX = "agency/";

        @Override
        public String key() {
            return PREFIX + agency;
        }
    }

    /** An alarm goes to the next in line. */
    record Escalation(Subject about) implements Subject {
        @Override
        public String key() {
            return "escalation/" + about.key();
        }
    }
}
