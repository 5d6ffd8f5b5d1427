package vn.tthc.platform.event.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder {@code docs/events}: per revision a schema and an example, and the list of what has been published.
 *
 * @param root the folder
 */
record Folder(Path root) {
    private static final String PUBLISHED = "published.txt";
    private static final String SCHEMA = "[0-9]+\\.json";

    static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A revision of a message as it stands in the folder.
     *
     * @param topic its topic
     * @param type its name
     * @param revision its number
     */
    record Revision(String topic, String type, int revision) implements Comparable<Revision> {
        static Revision of(Message message) {
            return new Revision(message.topic(), message.type(), message.revision());
        }

        String path() {
            return Message.path(topic, type, revision);
        }

        String example() {
            return path().replace(".json", ".example.json");
        }

        @Override
        public int compareTo(Revision other) {
            int byName = (topic + "/" + type).compareTo(other.topic + "/" + other.type);
            return byName != 0 ? byName : Integer.compare(revision, other.revision);
        }

        @Override
        public String toString() {
            return topic + " " + type + " " + revision;
        }
    }

    /** What may not break any more. */
    TreeSet<Revision> published() {
        TreeSet<Revision> published = new TreeSet<>();
        text(PUBLISHED).orElse("").lines().map(String::strip).forEach(line -> {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                published.add(new Revision(words[0], words[1], Integer.parseInt(words[2])));
            }
        });
        return published;
    }

    void publish(TreeSet<Revision> all) {
        StringBuilder list = new StringBuilder("# Revisions that have been published: topic, type, revision."
                + " They never break again. Added by ./tthc events publish.\n");
        all.forEach(revision -> list.append(revision).append('\n'));
        write(PUBLISHED, list.toString());
    }

    /** Every revision that has a schema here. */
    TreeSet<Revision> revisions() {
        TreeSet<Revision> found = new TreeSet<>();
        if (!Files.exists(root)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.getFileName().toString().matches(SCHEMA)).forEach(file -> {
                Path type = file.getParent();
                String number = file.getFileName().toString().replace(".json", "");
                found.add(new Revision(
                        type.getParent().getFileName().toString(),
                        type.getFileName().toString(),
                        Integer.parseInt(number)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    Optional<JsonNode> json(String path) {
        return text(path).map(PRETTY::readTree);
    }

    Optional<String> text(String path) {
        Path file = root.resolve(path);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(Object value) {
        return PRETTY.writeValueAsString(value).replace(System.lineSeparator(), "\n") + "\n";
    }

    void write(String path, String text) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a revision away that was never published, and its folder with it when nothing else is there. */
    void remove(Revision draft) {
        try {
            Files.deleteIfExists(root.resolve(draft.path()));
            Files.deleteIfExists(root.resolve(draft.example()));
            Path folder = root.resolve(draft.path()).getParent();
            List<Path> left = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(left::add);
            }
            if (left.isEmpty()) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
