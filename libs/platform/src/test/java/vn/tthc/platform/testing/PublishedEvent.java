package vn.tthc.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.event.EventJson;

/**
 * An example from {@code docs/events}: what was once written, lifted to the current shape.
 *
 * @param type logical name
 * @param revision the revision it was written in
 * @param event the event
 */
public record PublishedEvent(String type, int revision, TthcEvent event) {
    private static final String EXAMPLE = ".example.json";
    private static final EventJson JSON = new EventJson();

    /** Every example of events of that vocabulary, in every revision, as seen from a module of the first level. */
    public static List<PublishedEvent> of(Class<? extends TthcEvent> vocabulary) {
        try (Stream<Path> files = Files.walk(Path.of("../docs/events"))) {
            return files.filter(file -> file.toString().endsWith(EXAMPLE))
                    // Control messages and keys are no events, and have names without a dot.
                    .filter(file -> name(file).contains("."))
                    .sorted()
                    .map(PublishedEvent::read)
                    .filter(example -> vocabulary.isInstance(example.event()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static PublishedEvent read(Path file) {
        int revision = Integer.parseInt(file.getFileName().toString().replace(EXAMPLE, ""));
        try {
            return new PublishedEvent(name(file), revision, JSON.read(name(file), revision, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return type + " revision " + revision;
    }
}
