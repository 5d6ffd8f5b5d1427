package vn.tthc.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a log the line that says why a process ended. */
final class LastWords {
    private static final int TAIL = 256 * 1024;
    private static final int LONGEST = 400;
    private static final Pattern CAUSE = Pattern.compile("^\\s*Caused by: ((?:[\\w$]+\\.)*)([\\w$]+)(?:: (.*))?$");
    private static final Pattern TRACE = Pattern.compile("^\\s*(at |\\.\\.\\. ).*");
    private static final Pattern LEVEL = Pattern.compile(".*\\b(ERROR|SEVERE|FATAL)\\b\\s*(.*)$");

    private LastWords() {}

    /**
     * What the process said last about its trouble.
     *
     * @param from length of the log when the process was started
     */
    static String in(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(Math.min(from, file.length()), file.length() - TAIL);
            byte[] tail = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(tail);
            return of(new String(tail, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            return "its log " + log + " cannot be read";
        }
    }

    static String of(List<String> lines) {
        String cause = "";
        boolean oursWasTold = false;
        String error = "";
        String last = "it said nothing";
        for (String line : lines) {
            Matcher caused = CAUSE.matcher(line);
            Matcher level = LEVEL.matcher(line);
            if (caused.matches()) {
                if (!oursWasTold || ours(caused)) {
                    cause = told(caused.group(2), caused.group(3));
                }
                oursWasTold |= ours(caused);
            } else if (level.matches()) {
                error = level.group(2);
            }
            if (!line.isBlank() && !TRACE.matcher(line).matches()) {
                last = line.strip();
            }
        }
        String words = cause.isBlank() ? (error.isBlank() ? last : error) : cause;
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words;
    }

    /** Our own exceptions speak in sentences and name the file; what a library adds below them is detail. */
    private static boolean ours(Matcher caused) {
        return caused.group(1).startsWith("vn.tthc.");
    }

    /** A message of one word says nothing without the name of its exception. */
    private static String told(String exception, @Nullable String message) {
        if (message == null) {
            return exception;
        }
        return message.contains(" ") ? message : exception + " " + message;
    }
}
