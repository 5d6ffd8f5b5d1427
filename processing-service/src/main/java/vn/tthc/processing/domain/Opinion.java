package vn.tthc.processing.domain;

import java.time.Instant;
import vn.tthc.contracts.AgencyRef;

/**
 * An opinion that was asked of another agency.
 *
 * @param step the step that asked
 * @param agency who was asked
 * @param question what was asked
 * @param dueAt end of its term
 * @param status what became of it
 */
public record Opinion(String step, AgencyRef agency, String question, Instant dueAt, Status status) {

    /** What became of an opinion. */
    public enum Status {
        ASKED,
        GIVEN,
        WITHDRAWN
    }

    boolean open() {
        return status == Status.ASKED;
    }

    Opinion now(Status newStatus) {
        return new Opinion(step, agency, question, dueAt, newStatus);
    }

    Opinion at(AgencyRef successor) {
        return new Opinion(step, successor, question, dueAt, status);
    }
}
