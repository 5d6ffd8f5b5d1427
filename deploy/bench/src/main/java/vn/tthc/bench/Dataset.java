package vn.tthc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Services;

/**
 * Dossiers to look up and to be slowed down by: imported through the public API under the source {@code bench}, with
 * dates of 2024 and 2025. What is there stays; their look-up secrets are kept beside the data of the system.
 */
final class Dataset {
    private static final Instant FIRST = Instant.parse("2024-01-02T01:00:00Z");
    private static final Duration APART = Duration.ofSeconds(60);
    private static final Duration TERM = Duration.ofDays(20);
    private static final int AT_ONCE = 24;
    private static final int REPORT = 5_000;

    private final Path file;
    private final List<Slip> slips = new ArrayList<>();

    /**
     * What its holder looks a dossier up with.
     *
     * @param number look-up number
     * @param secret look-up secret
     */
    record Slip(String number, String secret) {}

    /** Reads what earlier runs brought in. */
    Dataset(Path folder) {
        this.file = folder.resolve("slips.txt");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                    String[] parts = line.split(" ", -1);
                    slips.add(new Slip(parts[0], parts[1]));
                }
            }
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new Failure("the file " + file + " is broken (" + e + "); delete it and clean the data.");
        }
    }

    List<Slip> slips() {
        return List.copyOf(slips);
    }

    /**
     * Brings in what is missing.
     *
     * @return imports a second; 0 when nothing was missing
     */
    double fill(int wanted, Wire wire, Services services, Clerks clerks, Consumer<String> say)
            throws InterruptedException {
        int from = slips.size();
        if (wanted <= from) {
            return 0;
        }
        say.accept("Bringing in " + (wanted - from) + " dossiers ...");
        long start = System.nanoTime();
        Slip[] made = new Slip[wanted - from];
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService importers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                importers.execute(() -> {
                    try {
                        int at;
                        while (failure.get() == null && (at = next.getAndIncrement()) < made.length) {
                            made[at] = bringIn(from + at, wire, services, clerks);
                            if ((at + 1) % REPORT == 0) {
                                say.accept("  " + (from + at + 1) + " of " + wanted);
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
            importers.shutdown();
            if (!importers.awaitTermination(2, TimeUnit.HOURS)) {
                throw new Failure(Failure.TRY_AGAIN, "bringing in the dossiers takes more than two hours.");
            }
        }
        RuntimeException trouble = failure.get();
        if (trouble != null) {
            throw trouble;
        }
        keep(List.of(made));
        return Latency.round(made.length / ((System.nanoTime() - start) / 1e9));
    }

    private static Slip bringIn(int number, Wire wire, Services services, Clerks clerks) throws InterruptedException {
        Instant received = FIRST.plus(APART.multipliedBy(number % 1_000_000));
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("source", "bench");
        dossier.put("externalId", "bench-" + number);
        dossier.put("procedure", "COSELOG.RECEIPT");
        dossier.put("channel", number % 5 == 0 ? "COUNTER" : number % 5 == 1 ? "POST" : "ONLINE");
        dossier.put("receivedAt", received.toString());
        dossier.put("dueAt", received.plus(TERM).toString());
        dossier.put("agencyLabel", "bench");
        Answer answer = wire.good(services.intake("/api/v1/imports", clerks.token(Clerks.IMPORTER))
                .posting(dossier));
        return new Slip(
                answer.json().path("number").asString(),
                answer.json().path("secret").asString());
    }

    private void keep(List<Slip> made) {
        slips.addAll(made);
        try {
            Files.write(
                    file,
                    made.stream()
                            .map(slip -> slip.number() + " " + slip.secret())
                            .toList(),
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Failure("the file " + file + " cannot be written (" + e + ").");
        }
    }
}
