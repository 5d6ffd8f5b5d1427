package vn.tthc.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.Json;

/**
 * What a backup says about itself, {@code backup.json}.
 *
 * @param moment everything recorded before it, in any service, is in the backup
 * @param created when the backup was finished
 * @param files every file but this one
 */
record Manifest(Instant moment, Instant created, List<Item> files) {
    static final String NAME = "backup.json";
    private static final int FORMAT = 1;

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * A file of the backup.
     *
     * @param name where it is, seen from the backup's folder
     * @param bytes its size
     * @param sha256 of its content, in hexadecimal
     */
    record Item(String name, long bytes, String sha256) {}

    void write(Path folder) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("moment", moment.toString());
        json.put("created", created.toString());
        json.put("files", files);
        Path file = folder.resolve(NAME);
        Files.writeString(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        Durable.file(file);
    }

    /**
     * Reads it.
     *
     * @throws Failure when the folder is no backup, or not one of a kind we know
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isReadable(file)) {
            throw new Failure(Failure.NO_INPUT, folder + " is not a backup: there is no " + NAME + " in it.");
        }
        try {
            JsonNode json = Json.mapper().readTree(Files.readString(file));
            if (json.path("format").asInt(0) != FORMAT) {
                throw new Failure("the backup in " + folder + " has a format this version does not know.");
            }
            List<Item> files = new ArrayList<>();
            for (JsonNode item : json.path("files")) {
                files.add(new Item(
                        item.path("name").asString(""),
                        item.path("bytes").asLong(-1),
                        item.path("sha256").asString("")));
            }
            return new Manifest(
                    Instant.parse(json.path("moment").asString("")),
                    Instant.parse(json.path("created").asString("")),
                    files);
        } catch (IOException | JacksonException | DateTimeParseException e) {
            throw new Failure("the file " + file + " is broken; this backup cannot be used.");
        }
    }

    /**
     * Compares every file with what is written here.
     *
     * @throws Failure for the first that is missing or other than it was
     */
    void check(Path folder) {
        for (Item item : files) {
            Path file = folder.resolve(item.name()).normalize();
            try {
                if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                    throw new Failure("the backup in " + folder + " is not whole: " + item.name() + " is missing.");
                }
                if (Files.size(file) != item.bytes() || !Durable.sha256(file).equals(item.sha256())) {
                    throw new Failure("the backup in " + folder + " is damaged: " + item.name()
                            + " is not the file that was written.");
                }
            } catch (IOException e) {
                throw new Failure("the file " + file + " cannot be read (" + e + ").");
            }
        }
    }

    long bytes() {
        return files.stream().mapToLong(Item::bytes).sum();
    }
}
