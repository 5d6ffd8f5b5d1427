package vn.tthc.platform.access.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The tables as people read them: {@code docs/access.md}, a section for each service between two marks. */
public final class AccessPage {
    private static final Path FILE = Path.of("docs", "access.md");

    private AccessPage() {}

    /**
     * Compares the section with the table; with {@code -Daccess.write} it is written instead.
     *
     * @return what is wrong, empty when the page is current
     */
    public static Optional<String> stale(String service, Table table) {
        Path file = file();
        String begin = "<!-- " + service + " -->\n";
        String end = "<!-- end of " + service + " -->";
        try {
            String page = Files.readString(file);
            int from = page.indexOf(begin);
            int to = page.indexOf(end);
            if (from < 0 || to < from) {
                return Optional.of(file + " has no section for " + service);
            }
            String wanted = table.page(service);
            if (page.substring(from + begin.length(), to).equals(wanted)) {
                return Optional.empty();
            }
            if (!writing()) {
                return Optional.of(file + " is not as the table of " + service
                        + " has it; run its AccessMatrixTest with -Daccess.write");
            }
            Files.writeString(file, page.substring(0, from) + begin + wanted + page.substring(to));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what is written down is to be written anew. */
    static boolean writing() {
        return System.getProperty("access.write") != null;
    }

    private static Path file() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(FILE))) {
                return folder.resolve(FILE);
            }
        }
        throw new IllegalStateException(
                "there is no " + FILE + " above " + Path.of("").toAbsolutePath());
    }
}
