package vn.tthc.local.books;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;

/** The four services, as a person at the console names them. */
public enum Site {
    INTAKE("intake", "intake-service"),
    PROCESSING("processing", "processing-service"),
    POSTAL("postal", "postal-delivery-service"),
    QUERY("query", "query-service");

    private final String shortName;
    private final String process;

    Site(String shortName, String process) {
        this.shortName = shortName;
        this.process = process;
    }

    /** The name the service gives itself, and its data file. */
    public String shortName() {
        return shortName;
    }

    /** Name of its process. */
    public String process() {
        return process;
    }

    Call call(Services services, String path, String token) {
        return switch (this) {
            case INTAKE -> services.intake(path, token);
            case PROCESSING -> services.processing(path, token);
            case POSTAL -> services.postal(path, token);
            case QUERY -> services.query(path, token);
        };
    }

    /**
     * The service of that name; the name of its process is as good.
     *
     * @throws Failure when there is none
     */
    public static Site named(String name) {
        return Arrays.stream(values())
                .filter(site -> site.shortName.equals(name) || site.process.equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Failure.USAGE,
                        "there is no service '" + name + "'; there are "
                                + Arrays.stream(values()).map(Site::shortName).collect(Collectors.joining(", "))
                                + "."));
    }
}
