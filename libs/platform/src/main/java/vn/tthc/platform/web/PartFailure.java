package vn.tthc.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a part of a request that failed is answered with, where the other parts go on. */
public final class PartFailure {
    private static final Logger LOG = LoggerFactory.getLogger(PartFailure.class);

    private PartFailure() {}

    /**
     * The problem the whole request would have been answered with. What nobody expected is written to the log, as it is
     * for a whole request.
     *
     * @param part which part, for the log; never personal data
     */
    public static Problem of(String part, RuntimeException thrown) {
        Problem problem = ProblemHandler.problem(thrown);
        if (problem.status() == 500) {
            LOG.error("A part of a request, {}, failed: {}", part, Traces.withoutMessages(thrown));
        }
        return problem;
    }
}
