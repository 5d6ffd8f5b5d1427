package vn.tthc.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps bodies short, announced or not. Where many are told at once, the path ends with {@code -batches} and the limit is
 * another; uploads, to their own path or as multipart or binary, have limits of their own.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final String UPLOADS = "/api/v1/blobs";
    private static final String BATCHES = "-batches";

    private final long limit;
    private final long ofBatches;
    private final Problems problems;

    /**
     * The filter.
     *
     * @param limit bytes
     * @param ofBatches bytes, where many are told at once
     */
    BodyLimitFilter(long limit, long ofBatches, Problems problems) {
        this.limit = limit;
        this.ofBatches = ofBatches;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().equals(UPLOADS)
                || StringUtils.startsWithIgnoreCase(type, "multipart/")
                || StringUtils.startsWithIgnoreCase(type, MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = request.getRequestURI().endsWith(BATCHES) ? ofBatches : limit;
        if (request.getContentLengthLong() > most) {
            problems.write(new Problem(CommonProblem.PAYLOAD_TOO_LARGE), request, response);
            return;
        }
        chain.doFilter(new Limited(request, most), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private long count;

        Counted(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            count += read;
            if (count > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
