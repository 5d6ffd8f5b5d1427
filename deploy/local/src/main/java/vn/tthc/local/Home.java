package vn.tthc.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the local mode keeps everything.
 *
 * @param repository root of the repository, with the built jars
 * @param data folder of all data, {@code .tthc} unless {@code TTHC_HOME} says otherwise
 */
public record Home(Path repository, Path data) {

    /** Reads the place from the environment; a relative {@code TTHC_HOME} is seen from where the command was called. */
    public static Home of(Path repository, Map<String, String> environment) {
        String home = environment.getOrDefault("TTHC_HOME", "");
        if (home.isBlank()) {
            return new Home(repository, repository.resolve(".tthc"));
        }
        Path calledFrom = Path.of(environment.getOrDefault("CALLED_FROM", repository.toString()));
        return new Home(repository, calledFrom.resolve(home).toAbsolutePath().normalize());
    }

    /** Folder of a process's own files. */
    public Path dataOf(String process) {
        return data.resolve("data").resolve(process);
    }

    /** What a process says. */
    public Path logOf(String process) {
        return data.resolve("logs").resolve(process + ".log");
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

    /** Folder of caches that can be deleted at any time. */
    public Path caches() {
        return data.resolve("aot");
    }
}
