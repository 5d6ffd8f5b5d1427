package vn.tthc.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Json;

/** {@code docs/api/problems.md} is made of what the services' descriptions say. */
class ApiProblemsTest {
    private static final Path FOLDER = Path.of("../../docs/api");
    private static final List<String> SERVICES = List.of("intake", "processing", "postal", "query");

    /** A code with one meaning, and the services that say it. */
    private record Line(String code, int status, boolean field, String vi, String en) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return sorted().compareTo(other.sorted());
        }

        private String sorted() {
            return field + "|" + status + "|" + code + "|" + vi;
        }
    }

    @Test
    void every_code_of_every_service_is_listed() throws IOException {
        String text = text();
        Path file = FOLDER.resolve("problems.md");
        if (System.getProperty("api.write", "").equals("documents")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("run ./tthc api and commit what it changes")
                .content()
                .isEqualTo(text);
    }

    private static String text() throws IOException {
        Map<Line, TreeSet<String>> lines = new TreeMap<>();
        for (String service : SERVICES) {
            JsonNode document = Json.mapper().readTree(Files.readString(FOLDER.resolve(service + ".json")));
            JsonNode codes = document.path("x-problem-codes");
            assertThat(codes).as(service).isNotEmpty();
            codes.forEach(entry ->
                    lines.computeIfAbsent(line(entry), first -> new TreeSet<>()).add(service));
        }
        StringBuilder text =
                new StringBuilder("# Problem codes\n\nMade by `./tthc api` of what the services say; words in"
                        + " braces stand for values. A code is for ever, its text may be bettered.\n\n");
        table(text, lines, false);
        text.append(
                "\n## Of a field\n\nWithin `errors` of a problem, mostly `VALIDATION_FAILED`. The answer says it more"
                        + " exactly.\n\n");
        table(text, lines, true);
        return text.toString();
    }

    private static void table(StringBuilder text, Map<Line, TreeSet<String>> lines, boolean field) {
        text.append("| status | code | tiếng Việt | English | said by |\n|---|---|---|---|---|\n");
        lines.forEach((line, services) -> {
            if (line.field() == field) {
                text.append(String.format(
                        "| %d | `%s` | %s | %s | %s |\n",
                        line.status(), line.code(), line.vi(), line.en(), String.join(", ", services)));
            }
        });
    }

    private static Line line(JsonNode entry) {
        return new Line(
                entry.path("code").asString(),
                entry.path("status").asInt(),
                entry.path("field").asBoolean(),
                entry.path("vi").asString(),
                entry.path("en").asString());
    }
}
