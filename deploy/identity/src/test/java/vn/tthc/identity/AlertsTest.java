package vn.tthc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The shipped alerts watch every figure that the runbook calls red, and no other. */
class AlertsTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `tthc[a-z.]+` \\| `(tthc[a-z_]+)` \\|[^|]*\\|([^|]*)\\|.*");
    private static final Pattern FIGURE = Pattern.compile("\\b(tthc_[a-z_]+)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$");
    private static final Set<String> NEVER_RED = Set.of("for information", "never by itself");
    private static final Set<String> PARTS = Set.of("_count", "_sum");

    private static List<Map<String, Object>> alerts = List.of();
    /** When a figure is red, by its name at Prometheus. */
    private static final Map<String, String> RED = new TreeMap<>();

    private static Set<String> headings = Set.of();

    @BeforeAll
    @SuppressWarnings("unchecked") // the shape is what is tested
    static void read() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(Path.of("..", "alerts", "alerts.yaml")));
        alerts = ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .toList();
        List<String> runbook = Files.readAllLines(Path.of("..", "..", "docs", "runbook.md"));
        runbook.stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> RED.put(row.group(1), row.group(2).strip()));
        headings = runbook.stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> watched() {
        Set<String> names = new TreeSet<>();
        for (Map<String, Object> alert : alerts) {
            Matcher figure = FIGURE.matcher((String) alert.get("expr"));
            while (figure.find()) {
                names.add(whole(figure.group(1)));
            }
        }
        return names;
    }

    /** A timer's count goes with the timer. */
    private static String whole(String name) {
        return PARTS.stream()
                .filter(name::endsWith)
                .map(part -> name.substring(0, name.length() - part.length()))
                .findFirst()
                .orElse(name);
    }

    @Test
    void everyFigureThatCanBeRedIsWatched() {
        Set<String> canBeRed = RED.entrySet().stream()
                .filter(row -> !NEVER_RED.contains(row.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(canBeRed).isNotEmpty();
        assertThat(watched()).containsAll(canBeRed);
    }

    @Test
    void whatIsWatchedIsExplained() {
        assertThat(RED.keySet()).containsAll(watched());
    }

    @Test
    @SuppressWarnings("unchecked") // the shape is what is tested
    void everyAlertSaysInBothLanguagesWhatIsWrongAndWhereToRead() {
        assertThat(alerts).allSatisfy(alert -> {
            Map<String, String> words = (Map<String, String>) alert.get("annotations");
            assertThat(words.get("summary")).isNotBlank();
            assertThat(words.get("description")).isNotBlank().isNotEqualTo(words.get("summary"));
            assertThat(headings).contains(words.get("runbook"));
            assertThat((Map<String, String>) alert.get("labels"))
                    .extractingByKey("severity")
                    .isIn("critical", "warning", "info");
        });
        assertThat(alerts).extracting(alert -> alert.get("alert")).doesNotHaveDuplicates();
    }
}
