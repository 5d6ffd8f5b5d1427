package vn.tthc.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the local mode keeps everything.
 *
 * @param repository root of the repository, with the built jars
 * @param data folder of all data, {@code .tthc} unless {@code TTHC_HOME} says otherwise
 * @param caches folder of caches that can be deleted at any time; {@code TTHC_CACHES} lets several places of the same
 *     build share one
 */
public record Home(Path repository, Path data, Path caches) {
    /** With caches of its own. */
    public Home(Path repository, Path data) {
        this(repository, data, data.resolve("aot"));
    }

    /** Reads the place from the environment; what is relative is seen from where the command was called. */
    public static Home of(Path repository, Map<String, String> environment) {
        Path calledFrom = Path.of(environment.getOrDefault("CALLED_FROM", repository.toString()));
        String home = environment.getOrDefault("TTHC_HOME", "");
        Path data = home.isBlank() ? repository.resolve(".tthc") : absolute(calledFrom, home);
        String caches = environment.getOrDefault("TTHC_CACHES", "");
        return caches.isBlank() ? new Home(repository, data) : new Home(repository, data, absolute(calledFrom, caches));
    }

    private static Path absolute(Path from, String path) {
        return from.resolve(path).toAbsolutePath().normalize();
    }

    /** Folder of a process's own files. */
    public Path dataOf(String process) {
        return data.resolve("data").resolve(process);
    }

    /** What a process says. */
    public Path logOf(String process) {
        return logs().resolve(process + ".log");
    }

    /** Folder of what the processes say. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Folder of files about running processes. */
    public Path run() {
        return data.resolve("run");
    }

    /** Folder of keys, readable by their owner alone. */
    public Path keys() {
        return data.resolve("keys");
    }

    /** The demo people as the identity provider is told of them; written anew at every start. */
    public Path people() {
        return run().resolve("people.json");
    }
}
