package vn.tthc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;
import vn.tthc.local.process.Fleet;
import vn.tthc.local.process.Health;
import vn.tthc.local.process.ProcessStatus;
import vn.tthc.local.process.Processes;

/** What the figures were measured on, so that nobody compares them with another machine's. */
final class Surroundings {
    private final Home home;
    private final Ports ports;

    Surroundings(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** Whether some process was started before its start cache had been made, and so never compiles anything well. */
    boolean someQuickCompilerAlone() throws InterruptedException {
        for (ProcessStatus process : new Processes(home, Fleet.of(home, ports)).status()) {
            Long pid = process.pid();
            if (pid != null && isQuickCompilerAlone(flags(pid))) {
                return true;
            }
        }
        return false;
    }

    /** Machine, virtual machine and every process with its memory and flags. */
    Map<String, Object> report() throws InterruptedException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("processor", line(Path.of("/proc/cpuinfo"), "model name").orElse("unknown"));
        report.put("memory", line(Path.of("/proc/meminfo"), "MemTotal").orElse("unknown"));
        report.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        report.put("java", System.getProperty("java.runtime.version"));
        Map<String, Object> processes = new LinkedHashMap<>();
        long together = 0;
        for (ProcessStatus process : new Processes(home, Fleet.of(home, ports)).status()) {
            Long pid = process.pid();
            if (process.health() != Health.UP || pid == null) {
                throw new Failure(Failure.UNAVAILABLE, process.name() + " is not up; ./tthc up starts it.");
            }
            Map<String, Object> one = new LinkedHashMap<>();
            Long pss = process.pssKb();
            one.put("pssMb", pss == null ? 0 : pss / 1024);
            one.put("flags", flags(pid));
            processes.put(process.name(), one);
            together += pss == null ? 0 : pss / 1024;
        }
        report.put("processes", processes);
        report.put("pssMbTogether", together);
        return report;
    }

    static boolean isQuickCompilerAlone(List<String> flags) {
        return flags.contains("-XX:TieredStopAtLevel=1");
    }

    /** The flags of the virtual machine; the class path beside them is longer than what Java itself tells. */
    private static List<String> flags(long pid) {
        try {
            return Stream.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                            .split("\0", -1))
                    .filter(argument -> argument.startsWith("-X"))
                    .toList();
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().arguments())
                    .map(arguments -> Stream.of(arguments)
                            .filter(argument -> argument.startsWith("-X"))
                            .toList())
                    .orElse(List.of());
        }
    }

    private static Optional<String> line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
