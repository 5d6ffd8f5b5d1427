package vn.tthc.platform.relay;

import java.util.concurrent.CountDownLatch;

/** Known once: the broker has answered and the topics are as they must be. */
public final class Readiness {
    private final CountDownLatch latch = new CountDownLatch(1);

    /** Says so; saying it again changes nothing. */
    public void ready() {
        latch.countDown();
    }

    public boolean isReady() {
        return latch.getCount() == 0;
    }

    /** Waits until it is said or the thread is interrupted. */
    public void await() throws InterruptedException {
        latch.await();
    }
}
