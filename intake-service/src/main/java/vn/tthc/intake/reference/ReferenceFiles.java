package vn.tthc.intake.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.law.Level;

/**
 * The reference data of an installation, as files.
 *
 * @param agencies agencies of every era
 * @param procedures procedures, each in its shipped version
 */
record ReferenceFiles(List<Agency> agencies, List<Procedure> procedures) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    ReferenceFiles {
        agencies = List.copyOf(agencies);
        procedures = List.copyOf(procedures);
    }

    /**
     * Reads them.
     *
     * @param folder where they are, such as {@code classpath:reference} or {@code file:/etc/tthc/reference}
     * @throws InvalidReference naming the folder or the file that cannot be understood
     */
    static ReferenceFiles read(String folder) {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        try {
            List<Agency> agencies = agencies(
                    text(resources.getResource(folder + "/agencies.csv")),
                    text(resources.getResource(folder + "/agency-successors.csv")));
            List<Procedure> procedures = new ArrayList<>();
            for (Resource file : resources.getResources(folder + "/procedures/*.json")) {
                procedures.add(procedure(Objects.toString(file.getFilename()), text(file)));
            }
            return new ReferenceFiles(agencies, procedures);
        } catch (IOException e) {
            throw new InvalidReference("cannot read the files of " + folder, e);
        }
    }

    static List<Agency> agencies(String agencies, String successors) {
        Map<String, List<String>> became = new HashMap<>();
        for (Map<String, String> row : Csv.parse(successors)) {
            became.computeIfAbsent(field(row, "predecessor"), key -> new ArrayList<>())
                    .add(field(row, "successor"));
        }
        return Csv.parse(agencies).stream().map(row -> agency(row, became)).toList();
    }

    private static Agency agency(Map<String, String> row, Map<String, List<String>> became) {
        String id = field(row, "id");
        try {
            return new Agency(
                    id,
                    field(row, "code"),
                    optional(row, "number"),
                    Level.valueOf(field(row, "level")),
                    optional(row, "parent"),
                    field(row, "kind"),
                    field(row, "name"),
                    field(row, "nameEn"),
                    day(optional(row, "validFrom")),
                    day(optional(row, "validTo")),
                    field(row, "area"),
                    became.getOrDefault(id, List.of()));
        } catch (RuntimeException e) {
            throw new InvalidReference("agencies.csv: agency " + id + ": " + e.getMessage(), e);
        }
    }

    static Procedure procedure(String file, String json) {
        try {
            return JSON.readValue(json, Procedure.class);
        } catch (JacksonException e) {
            throw new InvalidReference(
                    "procedures/" + file + " at " + e.getPathReference() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String field(Map<String, String> row, String name) {
        String value = optional(row, name);
        if (value == null) {
            throw new InvalidReference("a row has no " + name + ": " + row, null);
        }
        return value;
    }

    private static @Nullable String optional(Map<String, String> row, String name) {
        String value = row.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
