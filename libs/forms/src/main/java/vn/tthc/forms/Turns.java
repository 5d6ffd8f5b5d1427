package vn.tthc.forms;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;

/** Lets few do at once what takes much memory; the others wait a while, then are told to come again. */
final class Turns {
    private final Semaphore free;
    private final Duration longestWait;

    Turns(int atOnce, Duration longestWait) {
        this.free = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    <T> T take(Supplier<T> work) {
        await();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void await() {
        try {
            if (free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(CommonProblem.OVERLOADED);
    }
}
