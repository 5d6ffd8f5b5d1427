package vn.tthc.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tthc.local.Home;

/** Turns a specification into a command line and runs it apart from the launcher. */
public final class Jvm {
    private static final long LOG_LIMIT = 10L * 1024 * 1024;
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /**
     * Lets the optimising compiler wait a little longer than usual, because on two cores it competes with the start it
     * wants to speed up. Not much longer: with six times the usual thresholds a start took 23 s and now takes 24 to 30, but
     * three minutes of load later commands came half as fast.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=8000",
            "-XX:Tier4MinInvocationThreshold=1500",
            "-XX:Tier4CompileThreshold=20000",
            "-XX:Tier4BackEdgeThreshold=80000");

    /**
     * Six processes on two cores share one small cache of addresses: with large pages for their heaps commands came 7 to
     * 37 % faster. Only Linux knows the option.
     */
    private static final List<String> LARGE_PAGES =
            System.getProperty("os.name", "").equals("Linux") ? List.of("-XX:+UseTransparentHugePages") : List.of();

    private Jvm() {}

    /** The command line of a process. */
    public static List<String> command(ProcessSpec spec, List<String> cache) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(cache);
        command.addAll(always(spec));
        command.add("-cp");
        command.add(classPath(spec));
        command.add(spec.mainClass());
        command.addAll(spec.arguments());
        return command;
    }

    /** The class path as one text. */
    static String classPath(ProcessSpec spec) {
        return spec.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> always(ProcessSpec spec) {
        List<String> options = new ArrayList<>(spec.jvm());
        options.addAll(LATE_OPTIMISATION);
        options.addAll(LARGE_PAGES);
        options.add("-XX:+UseSerialGC");
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("--enable-native-access=ALL-UNNAMED");
        options.add("-Djava.awt.headless=true");
        options.add("-Dtthc.process=" + spec.name());
        String further = System.getenv().getOrDefault("TTHC_JAVA_OPTS", "").strip();
        if (!further.isEmpty()) {
            options.addAll(List.of(further.split("\\s+", -1)));
        }
        return options;
    }

    /** Starts it in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it. */
    static Process start(Home home, ProcessSpec spec, List<String> cache) throws IOException {
        Path log = home.logOf(spec.name());
        Files.createDirectories(log.toAbsolutePath().getParent());
        Files.createDirectories(home.dataOf(spec.name()));
        rotate(log);
        List<String> command = command(spec, cache);
        SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(setsid -> command.add(0, setsid.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.data().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // SQLite asks for memory on every thread, and the C library would keep a heap of its own for each few of them.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(spec.environment());
        return builder.start();
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    /** Keeps one older file, so that a log that is never looked at does not fill the disk. */
    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Names the jars by place, size and time: what the virtual machine itself checks before it trusts a cache. */
    public static Stream<String> fingerprint(ProcessSpec spec) {
        return spec.classPath().stream()
                .map(Path::toFile)
                .map(jar -> jar + " " + jar.length() + " " + jar.lastModified());
    }
}
