package vn.tthc.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** What Linux tells of a process under {@code /proc}; elsewhere, what Java knows. */
final class ProcFiles {
    /** Of the fields after the command name in {@code /proc/<pid>/stat}, the start in clock ticks since boot. */
    private static final int START_FIELD = 19;

    private ProcFiles() {}

    /** Something that differs between two processes that had the same pid one after the other. */
    static String startMark(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            if (Files.isReadable(stat)) {
                return startTicks(Files.readString(stat))
                        .map(ticks -> "ticks " + ticks)
                        .orElse("");
            }
        } catch (IOException e) {
            // It ended while we were reading: no mark will match, which is what "ended" means.
            return "";
        }
        return process.info().startInstant().map(start -> "start " + start).orElse("");
    }

    static Optional<String> startTicks(String stat) {
        // The command name stands in parentheses and may itself hold blanks and parentheses.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > START_FIELD ? Optional.of(fields[START_FIELD]) : Optional.empty();
    }

    /** Memory of a process in KiB, shared pages counted in part; empty where the system does not tell. */
    static OptionalLong pssKb(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            return Files.isReadable(rollup) ? pssKb(Files.readString(rollup)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong pssKb(String rollup) {
        return rollup.lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst();
    }
}
