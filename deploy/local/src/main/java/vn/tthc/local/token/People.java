package vn.tthc.local.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.tthc.local.Failure;
import vn.tthc.local.Json;

/** The demo people of the local mode. */
public final class People {
    private final List<Person> all;

    private People(List<Person> all) {
        this.all = List.copyOf(all);
    }

    /** Reads them from this program's own file. */
    public static People load() {
        try (InputStream file = People.class.getResourceAsStream("/people.json")) {
            return new People(List.of(Json.mapper().readValue(file, Person[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes them where the identity provider reads them.
     *
     * @throws Failure when the file cannot be written
     */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Json.write(all));
        } catch (IOException e) {
            throw new Failure("the file " + file + " cannot be written (" + e + ").");
        }
    }

    public List<Person> all() {
        return all;
    }

    /**
     * The person of that name.
     *
     * @throws Failure when there is none
     */
    public Person named(String name) {
        return all.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Failure.USAGE,
                        "there is no demo person '" + name + "'; there are "
                                + String.join(
                                        ", ", all.stream().map(Person::name).toList()) + "."));
    }
}
