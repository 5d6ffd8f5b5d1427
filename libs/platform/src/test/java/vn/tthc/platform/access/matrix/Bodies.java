package vn.tthc.platform.access.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What may stand in an answer, and whom it is for: for every row of the {@link Table}, and every view of it, the audiences
 * that get it and the fields there are. Written down in {@code bodies.txt}; what is there beyond it is told at once, what
 * is written and never came at the end.
 */
public final class Bodies {
    private static final int WIDTH = 120;
    private static final String FOR = "for:";

    private final Map<String, Body> written;
    private final Map<String, Body> seen = new TreeMap<>();
    private final Set<String> shared = new TreeSet<>();
    private final String head;
    private final Class<?> test;
    private final String name;

    private record Body(Set<String> audiences, Set<String> fields) {
        Body() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    private Bodies(Class<?> test, String name, String head, Map<String, Body> written) {
        this.test = test;
        this.name = name;
        this.head = head;
        this.written = written;
    }

    /** Reads the file of that name beside a class. */
    public static Bodies beside(Class<?> test, String name) {
        Map<String, Body> written = new TreeMap<>();
        StringBuilder head = new StringBuilder();
        Body body = new Body();
        for (String line : World.text(test, name).lines().toList()) {
            List<String> words = Arrays.asList(line.strip().split("\\s+"));
            if (line.startsWith("#")) {
                head.append(line).append('\n');
            } else if (!line.isBlank() && !line.startsWith(" ")) {
                body = new Body();
                written.put(line.strip(), body);
            } else if (words.getFirst().equals(FOR)) {
                body.audiences().addAll(words.subList(1, words.size()));
            } else if (!line.isBlank()) {
                body.fields().addAll(words);
            }
        }
        return new Bodies(test, name, head.toString(), written);
    }

    /** Takes note of an answer, and tells what of it is not written down; empty when all of it is. */
    List<String> unexpected(Row row, Set<String> views, Standing audience, Set<String> fields) {
        String key = row.name() + views.stream().map(view -> " +" + view).collect(Collectors.joining());
        Body now = seen.computeIfAbsent(key, any -> new Body());
        if (row.shared()) {
            shared.add(key);
        }
        now.audiences().add(audience.word());
        now.fields().addAll(fields);
        if (AccessPage.writing()) {
            return List.of();
        }
        Body expected = written.getOrDefault(key, new Body());
        List<String> more = new ArrayList<>();
        if (!expected.audiences().contains(audience.word())) {
            more.add("is shown to " + audience.word());
        }
        fields.stream().filter(field -> !expected.fields().contains(field)).forEach(more::add);
        return more;
    }

    /** What is written down and did not come. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        written.forEach((key, body) -> {
            Body came = seen.getOrDefault(key, new Body());
            less(body.audiences(), came.audiences()).forEach(each -> missing.add(key + " is never shown to " + each));
            // What others leave behind need not be there.
            Set<String> fields = shared.contains(key) ? Set.of() : body.fields();
            less(fields, came.fields()).forEach(each -> missing.add(key + " never has " + each));
        });
        return missing;
    }

    private static Set<String> less(Set<String> all, Set<String> came) {
        Set<String> less = new TreeSet<>(all);
        less.removeAll(came);
        return less;
    }

    /** Writes down what came. What is new then is for a person to read: it says who sees what. */
    void write() {
        StringBuilder text = new StringBuilder(head);
        seen.forEach((key, body) -> {
            text.append('\n').append(key).append('\n');
            wrapped(text, "  " + FOR, body.audiences());
            Set<String> fields = new TreeSet<>(body.fields());
            if (shared.contains(key)) {
                fields.addAll(written.getOrDefault(key, new Body()).fields());
            }
            wrapped(text, "   ", fields);
        });
        try {
            Files.writeString(file(), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void wrapped(StringBuilder text, String start, Set<String> words) {
        StringBuilder line = new StringBuilder(start);
        for (String word : words) {
            if (line.length() + word.length() >= WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(start);
            }
            line.append(' ').append(word);
        }
        text.append(words.isEmpty() ? "" : line.append('\n'));
    }

    private Path file() {
        String folder = "src/test/resources/" + test.getPackageName().replace('.', '/');
        return Path.of(folder, name).toAbsolutePath();
    }
}
