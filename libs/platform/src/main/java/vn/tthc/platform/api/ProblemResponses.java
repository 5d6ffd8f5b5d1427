package vn.tthc.platform.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.tthc.platform.api.ProblemCatalogue.ProblemEntry;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.ProblemDocument;
import vn.tthc.platform.web.StatusTitle;

/** The ways in which an operation can say no, each status with its codes and what they mean. */
final class ProblemResponses {
    static final String SCHEMA = "ProblemDocument";

    /** So many codes fit into a name; more belong to one operation alone. */
    private static final int SHARED = 3;

    private final ProblemCatalogue catalogue;
    private final Components components;

    ProblemResponses(ProblemCatalogue catalogue, Components components) {
        this.catalogue = catalogue;
        this.components = components;
    }

    /**
     * A response for each status these codes are answered with.
     *
     * @throws IllegalStateException when nobody knows a code
     */
    Map<String, ApiResponse> of(Collection<String> codes) {
        Map<Integer, List<ProblemEntry>> byStatus = new TreeSet<>(codes)
                .stream()
                        .map(code -> catalogue
                                .find(code)
                                .orElseThrow(() -> new IllegalStateException("no problem is called " + code)))
                        .collect(Collectors.groupingBy(ProblemEntry::status, TreeMap::new, Collectors.toList()));
        Map<String, ApiResponse> responses = new TreeMap<>();
        byStatus.forEach((status, entries) -> responses.put(String.valueOf(status), response(status, entries)));
        return responses;
    }

    private ApiResponse response(int status, List<ProblemEntry> entries) {
        if (entries.size() > SHARED) {
            return described(status, entries);
        }
        String name = status + "-" + entries.stream().map(ProblemEntry::code).collect(Collectors.joining("-"));
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponses(name, described(status, entries));
        }
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private ApiResponse described(int status, List<ProblemEntry> entries) {
        Messages title = StatusTitle.of(status);
        String meanings = entries.stream()
                .map(entry -> "- `" + entry.code() + "`: " + entry.messages().vi() + " / "
                        + entry.messages().en())
                .collect(Collectors.joining("\n"));
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA));
        for (ProblemEntry entry : entries) {
            components.addExamples(entry.code(), example(status, title, entry));
            problem.addExamples(entry.code(), new Example().$ref("#/components/examples/" + entry.code()));
        }
        ApiResponse response = new ApiResponse()
                .description(title.vi() + " / " + title.en() + "\n\n" + meanings)
                .content(new Content().addMediaType("application/problem+json", problem));
        if (status == 503 || status == 429) {
            response.addHeaderObject("Retry-After", Headers.headerReference("Retry-After"));
        }
        return response;
    }

    private static Example example(int status, Messages title, ProblemEntry entry) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", ProblemDocument.TYPES + entry.code());
        body.put("title", title.vi());
        body.put("status", status);
        body.put("code", entry.code());
        body.put("detail", entry.messages().vi());
        body.put(
                "messages",
                Map.of("vi", entry.messages().vi(), "en", entry.messages().en()));
        body.put("instance", "/api/v1/…");
        return new Example().summary(entry.code()).value(body);
    }
}
