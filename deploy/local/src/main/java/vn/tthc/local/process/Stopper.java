package vn.tthc.local.process;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks processes to end, and ends those that do not listen. */
final class Stopper {
    private static final long PATIENCE_SECONDS = 30;
    private static final long AFTER_KILL_SECONDS = 10;

    private Stopper() {}

    /** Ends them all; they get the same half minute together. */
    static void stop(Collection<ProcessHandle> processes) throws InterruptedException {
        processes.forEach(ProcessHandle::destroy);
        if (!ended(processes, PATIENCE_SECONDS)) {
            processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
            ended(processes, AFTER_KILL_SECONDS);
        }
    }

    /** Ends one, when it is there. */
    static void stop(Optional<ProcessHandle> process) throws InterruptedException {
        stop(process.stream().toList());
    }

    private static boolean ended(Collection<ProcessHandle> processes, long seconds) throws InterruptedException {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot be seen", e);
        }
    }
}
