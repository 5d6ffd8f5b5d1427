package vn.tthc.local.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import vn.tthc.local.Home;
import vn.tthc.local.process.Jvm;
import vn.tthc.local.process.ProcessSpec;

/**
 * Ahead-of-time caches of the processes, one file per class path. On JDK 25 a trainer makes them after the first start;
 * on older ones the virtual machine makes a simpler one itself when the process ends. Never needed, only quicker.
 */
public final class Caches {
    private static final int AOT_SINCE = 25;
    private static final int KEY_CHARS = 16;

    /** Ready in 15 s instead of 24 s on two cores, for a third less throughput until the next start has its cache. */
    private static final List<String> UNTRAINED = List.of("-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final boolean wanted;

    /**
     * Caches of a place.
     *
     * @param wanted false leaves everything to the virtual machine
     */
    public Caches(Home home, boolean wanted) {
        this.folder = home.caches();
        this.wanted = wanted;
    }

    /** Options that let a process use its cache, or start quickly without one. */
    public List<String> options(ProcessSpec spec) {
        if (!wanted) {
            return List.of();
        }
        Path file = file(spec);
        if (trained()) {
            return Files.isReadable(file) ? List.of("-XX:AOTCache=" + file) : UNTRAINED;
        }
        make(folder);
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
    }

    /** Whether a trainer would have something to do for this process. */
    public boolean missing(ProcessSpec spec) {
        return wanted && trained() && !Files.exists(file(spec)) && !Files.exists(failed(spec));
    }

    /** Where the cache of exactly these jars and this virtual machine lies. */
    Path file(ProcessSpec spec) {
        return folder.resolve(spec.name() + "-" + key(spec) + (trained() ? ".aot" : ".jsa"));
    }

    /** Present when training did not work for exactly these jars: it is not tried again. */
    Path failed(ProcessSpec spec) {
        return folder.resolve(spec.name() + "-" + key(spec) + ".failed");
    }

    private static boolean trained() {
        return Runtime.version().feature() >= AOT_SINCE;
    }

    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(ProcessSpec spec) {
        String what = System.getProperty("java.vm.version") + "\n"
                + String.join(" ", spec.jvm()) + "\n"
                + Jvm.fingerprint(spec).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
