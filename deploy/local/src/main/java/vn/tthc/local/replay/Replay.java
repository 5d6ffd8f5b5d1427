package vn.tthc.local.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Api;
import vn.tthc.local.http.ServiceAway;
import vn.tthc.local.http.Services;

/** Brings an event log in through the public HTTP API: several cases at a time, each case in order. */
public final class Replay {
    private static final int AT_A_TIME = 16;

    private final Services services;
    private final Supplier<String> token;
    private final PrintStream progress;
    private final boolean terminal;

    /**
     * Prepares a replay.
     *
     * @param token gives a token of an importer; asked once the file is known to be readable
     * @param progress takes the progress
     * @param terminal whether {@code progress} is a terminal
     */
    public Replay(Services services, Supplier<String> token, PrintStream progress, boolean terminal) {
        this.services = services;
        this.token = token;
        this.progress = progress;
        this.terminal = terminal;
    }

    /**
     * What became of a replay.
     *
     * @param figures what the services confirmed
     * @param problems what was not taken over, a line each
     * @param exitCode 0 when everything was taken over, 1 when something was not, 75 when a service stayed away
     * @param sentence what is to be said about it, null when all is well
     */
    public record Result(
            Map<String, Object> figures,
            List<String> problems,
            int exitCode,
            @Nullable String sentence) {}

    /**
     * Sends a file.
     *
     * @param source source name
     * @param procedure code of the procedure the cases are filed under
     * @throws Failure when the file cannot be read
     */
    public Result run(Path file, String source, String procedure) throws InterruptedException {
        EventLogFile log = new EventLogFile(file);
        Tally tally = new Tally();
        Progress bar = new Progress(progress, terminal, log.cases());
        AtomicReference<RuntimeException> trouble = new AtomicReference<>();
        try (Api api = new Api()) {
            CaseSender sender =
                    new CaseSender(api, services, token.get(), new CaseSender.Source(source, procedure), tally);
            sendAll(log, sender, tally, bar, trouble);
        }
        bar.stop();
        return result(tally, trouble.get());
    }

    private static void sendAll(
            EventLogFile log, CaseSender sender, Tally tally, Progress bar, AtomicReference<RuntimeException> trouble) {
        Semaphore places = new Semaphore(AT_A_TIME);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        try (workers) {
            log.read(
                    plan -> {
                        places.acquireUninterruptibly();
                        if (trouble.get() != null) {
                            places.release();
                            return;
                        }
                        workers.execute(() -> {
                            try {
                                sender.send(plan);
                                bar.step();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (RuntimeException e) {
                                trouble.compareAndSet(null, e);
                                workers.shutdownNow();
                            } finally {
                                places.release();
                            }
                        });
                    },
                    tally::complain);
        } catch (RejectedExecutionException stoppedMeanwhile) {
            if (trouble.get() == null) {
                throw stoppedMeanwhile;
            }
        }
    }

    private static Result result(Tally tally, @Nullable RuntimeException trouble) {
        if (trouble instanceof ServiceAway away) {
            return new Result(
                    tally.summary(),
                    tally.problems(),
                    Failure.TRY_AGAIN,
                    away.getMessage() + "; run the same command again to complete what is missing.");
        }
        if (trouble != null) {
            throw trouble;
        }
        return tally.clean()
                ? new Result(tally.summary(), List.of(), 0, null)
                : new Result(
                        tally.summary(),
                        tally.problems(),
                        1,
                        "not everything in the file was taken over; see the lines above.");
    }
}
