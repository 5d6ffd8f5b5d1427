package vn.tthc.query.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.tthc.platform.api.Exchange;

/** A line to a service that has no port. */
record MockLine(MockMvc http) implements Exchange.Line {

    @Override
    public Exchange.Reply send(Exchange.Request request) {
        MockHttpServletRequestBuilder builder =
                request(HttpMethod.valueOf(request.method()), URI.create(request.target()));
        // Somebody who asks much is told to wait, and that is not to be the other tests.
        builder.remoteAddress("203.0.113.9");
        request.headers().forEach(builder::header);
        if (request.body() != null) {
            builder.content(request.body());
        }
        try {
            MockHttpServletResponse answer = http.perform(builder).andReturn().getResponse();
            Map<String, String> headers = new TreeMap<>();
            for (String name : answer.getHeaderNames()) {
                headers.put(name.toLowerCase(Locale.ROOT), answer.getHeader(name));
            }
            return new Exchange.Reply(answer.getStatus(), headers, answer.getContentAsByteArray());
        } catch (Exception e) {
            throw new AssertionError(request.method() + " " + request.target() + " was not answered", e);
        }
    }
}
