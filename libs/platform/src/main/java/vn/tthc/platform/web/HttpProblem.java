package vn.tthc.platform.web;

import vn.tthc.contracts.decision.ProblemCode;

/** A problem that knows its HTTP status; one that does not is a rule's refusal, 409. */
public interface HttpProblem extends ProblemCode {
    /** The HTTP status of a refusal by a rule. */
    int REFUSED = 409;

    /** The HTTP status it is answered with. */
    int status();

    /** The HTTP status of any code. */
    static int statusOf(ProblemCode code) {
        return code instanceof HttpProblem known ? known.status() : REFUSED;
    }
}
