package vn.tthc.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many pieces of work side by side, a bounded number at once, so that the log can write what they record as a group. */
public final class SideBySide {
    private static final int AT_ONCE = 16;

    private SideBySide() {}

    /**
     * Does all of them; one that fails keeps none of the others from being done.
     *
     * @return their results in order
     * @throws RuntimeException the first failure, after all are done
     */
    public static <T> List<T> all(String name, List<Callable<T>> work) {
        if (work.isEmpty()) {
            return List.of();
        }
        List<T> results = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, work.size()),
                Thread.ofVirtual().name(name + "-", 0).factory())) {
            for (Future<T> done : hands.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of " + name, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
