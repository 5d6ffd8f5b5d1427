package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reference data as they ship, but for Đà Lạt City: it has not ended, and stands between its ward and the province. */
final class FourLevels {
    private static final Path SHIPPED = Tthc.REPOSITORY.resolve("intake-service/src/main/resources/reference");

    private FourLevels() {}

    /** Writes them, and answers with what the setting {@code tthc.intake.reference} is to say. */
    static String in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        Path agencies = folder.resolve("agencies.csv");
        List<String> shipped = Files.readAllLines(agencies, StandardCharsets.UTF_8);
        List<String> supposed = shipped.stream().map(FourLevels::supposed).toList();
        assertThat(supposed.stream().filter(line -> !shipped.contains(line))).hasSize(2);
        Files.write(agencies, supposed, StandardCharsets.UTF_8);
        return folder.toUri().toString().replaceFirst("/$", "");
    }

    private static String supposed(String line) {
        if (line.startsWith(Walkthrough.DISTRICT + ",")) {
            return line.replace(",68@origin,", ",68@2025-07-01,").replace(",2025-06-30,", ",,");
        }
        return line.startsWith(Walkthrough.WARD + ",")
                ? line.replace(",68@2025-07-01,", "," + Walkthrough.DISTRICT + ",")
                : line;
    }
}
