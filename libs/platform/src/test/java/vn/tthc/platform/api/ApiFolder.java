package vn.tthc.platform.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/api}: what the services said of themselves when it was last brought up to date. */
public final class ApiFolder {
    /** What to do when it is not up to date. */
    public static final String COMMAND =
            "docs/api is not what the services say; run ./tthc api and commit what it changes";

    static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ApiFolder() {}

    /** Whether the folder is to be brought up to date: {@code -Dapi.write=documents}. */
    public static boolean writes() {
        return System.getProperty("api.write", "").equals("documents");
    }

    /** Whether the checked-in description of a service is what it says; brings it up to date when that is wished. */
    public static boolean isUpToDate(String service, ApiDocument document) {
        return isUpToDate(Path.of("../docs/api/" + service + ".json"), text(document.root()));
    }

    /** The same for any file of the folder. */
    public static boolean isUpToDate(Path file, String text) {
        try {
            if (writes()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            }
            return Files.exists(file) && Files.readString(file).equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode json) {
        return PRETTY.writeValueAsString(json).replace("\r\n", "\n") + "\n";
    }
}
