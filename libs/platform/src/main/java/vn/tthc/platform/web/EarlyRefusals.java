package vn.tthc.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server refuses before a request is anybody's, such as a path it cannot read, is a problem document as well. */
public final class EarlyRefusals extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyRefusals.class);

    private final Problems problems = new Problems(new HttpJson());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problems.write(ProblemHandler.ofStatus(status), request, response);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A refusal could not be told", gone);
        }
    }
}
