package vn.tthc.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.local.Failure;

class HttpStoryTest {
    private static final String STORY = """
            @place = http://nowhere.example
            @who = {{$processEnv TTHC_OFFICER_XA}}

            ### Read it
            # @name seen
            # expect 200
            # expect list[1].name = second
            GET {{place}}/thing

            ### Decide
            # expect 200
            POST {{place}}/things/{{seen.response.body.$.id}}
            Authorization: Bearer {{who}}
            If-Match: {{seen.response.headers.ETag}}
            Content-Type: application/json

            {"note": "%s"}
            """;

    private HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private int version = 1;
    private int moves;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    /** A thing that moves on by itself so many times after it was read. */
    private void answer(HttpExchange exchange) throws IOException {
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        String who = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + seen + " " + who + " " + body);
        boolean stale = seen != null && !seen.equals("\"" + version + "\"");
        exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
        if (seen == null && moves-- > 0) {
            version++;
        }
        byte[] text = (stale ? "{\"code\": \"STALE_VERSION\"}" : "{\"id\": 7, \"list\": [{}, {\"name\": \"second\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(stale ? 412 : 200, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private int tell(String text) throws InterruptedException {
        String place = "http://127.0.0.1:" + server.getAddress().getPort();
        return new HttpStory(
                        text, Map.of("place", place), name -> "token-of-" + name, InstantSource.system(), line -> {})
                .run();
    }

    @Test
    void later_requests_say_what_earlier_ones_were_answered() throws InterruptedException {
        assertThat(tell(STORY.formatted("x"))).isEqualTo(2);

        assertThat(asked)
                .containsExactly(
                        "GET /thing null null ", "POST /things/7 \"1\" Bearer token-of-officer-xa {\"note\": \"x\"}");
    }

    @Test
    void what_has_moved_on_is_looked_at_once_more() throws InterruptedException {
        moves = 2;

        assertThat(tell(STORY.formatted("x"))).isEqualTo(2);
        assertThat(asked).hasSize(6);
    }

    @Test
    void an_answer_that_is_not_expected_ends_it() {
        assertThatThrownBy(() -> tell(STORY.replace("= second", "= third")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("list[1].name = third");
        assertThatThrownBy(() -> tell(STORY.replace("# expect 200\nPOST", "# expect 201\nPOST")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("expects 201");
        assertThatThrownBy(() -> tell(STORY.replace("{{who}}", "{{nobody}}"))).isInstanceOf(Failure.class);
    }

    @Test
    void every_request_of_the_published_story_says_what_it_expects() throws IOException {
        HttpFile story = HttpFile.parse(Files.readString(Path.of("../../docs/api/story.http")));

        assertThat(story.requests())
                .hasSizeGreaterThan(50)
                .allSatisfy(step -> assertThat(step.expected()).as(step.title()).isNotEmpty());
        assertThat(story.requests().stream().map(HttpFile.Step::url).toList())
                .anyMatch(url -> url.contains("{{intake}}"))
                .anyMatch(url -> url.contains("{{processing}}"))
                .anyMatch(url -> url.contains("{{postal}}"))
                .anyMatch(url -> url.contains("{{query}}"));
    }
}
