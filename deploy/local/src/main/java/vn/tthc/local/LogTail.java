package vn.tthc.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Shows the end of a log. */
final class LogTail {
    private static final long POLL_MILLIS = 200;
    private static final int MOST_LINES = 1_000_000;

    private final Path log;

    LogTail(Path log) {
        if (!Files.isRegularFile(log)) {
            throw new Failure(Failure.NO_INPUT, "there is no log " + log + " yet.");
        }
        this.log = log;
    }

    void print(String lines) {
        int wanted = number(lines);
        Deque<String> last = new ArrayDeque<>();
        try (Stream<String> all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            all.forEach(line -> {
                last.addLast(line);
                if (last.size() > wanted) {
                    last.removeFirst();
                }
            });
        } catch (IOException e) {
            throw unreadable(e);
        }
        last.forEach(line ->
                System.out.println(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
    }

    private static int number(String lines) {
        try {
            int number = Integer.parseInt(lines);
            if (number >= 0 && number <= MOST_LINES) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Failure(Failure.USAGE, "-n is '" + lines + "', which is not a number.");
        }
        throw new Failure(Failure.USAGE, "-n is " + lines + "; it must lie between 0 and " + MOST_LINES + ".");
    }

    /** Goes on with what is written from now on, until the command is stopped. */
    void follow() throws InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long seen = file.length();
            while (true) {
                if (file.length() > seen) {
                    byte[] more = new byte[(int) Math.min(file.length() - seen, 1 << 20)];
                    file.seek(seen);
                    file.readFully(more);
                    seen += more.length;
                    System.out.writeBytes(more);
                    System.out.flush();
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Failure unreadable(IOException e) {
        return new Failure(Failure.NO_INPUT, "the log " + log + " cannot be read: " + e.getMessage() + ".");
    }
}
