package vn.tthc.e2e.plug;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Many people at work on many dossiers at once, until they are sent home. */
final class Office implements AutoCloseable {
    private static final int PEOPLE = 8;
    /** Dossiers that can be worked on; those that wait for something do not count. */
    private static final int AT_ONCE = 3;

    /** People who think so long before the next act keep one system on two cores busy, and let it restart. */
    static final int BUSY_MILLIS = 1_200;

    private static final long GOING_HOME_SECONDS = 100;

    private final String name;
    private final long seed;
    private final Desk desk;
    private final Ledger ledger;
    private final int mostDossiers;
    private final int thinkMillis;
    private final DelayQueue<Walk> walks = new DelayQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ExecutorService people = Executors.newFixedThreadPool(
            PEOPLE, Thread.ofPlatform().name("clerk-", 0).factory());
    private final List<Future<?>> work = new ArrayList<>();

    /**
     * Prepares it.
     *
     * @param mostDossiers no more than so many are opened
     * @param thinkMillis the longest that somebody thinks before the next act
     */
    Office(String name, long seed, Machine machine, Ledger ledger, int mostDossiers, int thinkMillis) {
        this.name = name;
        this.seed = seed;
        this.desk = machine.desk();
        this.ledger = ledger;
        this.mostDossiers = mostDossiers;
        this.thinkMillis = thinkMillis;
    }

    void start() {
        for (int i = 0; i < AT_ONCE; i++) {
            walks.add(newDossier());
        }
        for (int i = 0; i < PEOPLE; i++) {
            work.add(people.submit(() -> {
                clerk();
                return null;
            }));
        }
    }

    int dossiers() {
        return opened.get();
    }

    private Walk newDossier() {
        int number = opened.getAndIncrement();
        // A generator begun at the next number begins almost like its neighbour; one made by another does not.
        Random random = new Random(new SplittableRandom(seed * 1_000_003 + number).nextLong());
        return new Walk(name + "-" + seed + "-" + number, random, desk, ledger, thinkMillis);
    }

    private void clerk() throws InterruptedException {
        while (open.get()) {
            Walk walk = walks.poll(100, TimeUnit.MILLISECONDS);
            if (walk == null) {
                continue;
            }
            boolean more = walk.step();
            if (more) {
                walks.add(walk);
            }
            boolean room = walks.stream().filter(other -> !other.waitsLong()).count() < AT_ONCE;
            if (room && opened.get() < mostDossiers) {
                walks.add(newDossier());
            }
        }
        Walk walk = walks.poll(1, TimeUnit.SECONDS);
        while (walk != null) {
            if (walk.isPending() && walk.step() && walk.isPending()) {
                walks.add(walk);
            }
            walk = walks.poll(1, TimeUnit.SECONDS);
        }
    }

    /** What was begun is answered or given up, nothing new is begun; fails when one of the people could not go on. */
    void goHome() throws Exception {
        open.set(false);
        for (Future<?> each : work) {
            each.get(GOING_HOME_SECONDS, TimeUnit.SECONDS);
        }
        walks.forEach(Walk::abandon);
    }

    /** Ends the day also when something has gone wrong: later chapters must not find orders nobody knows of. */
    @Override
    public void close() throws InterruptedException {
        open.set(false);
        people.shutdown();
        if (!people.awaitTermination(GOING_HOME_SECONDS, TimeUnit.SECONDS)) {
            people.shutdownNow();
        }
        walks.forEach(Walk::abandon);
        desk.courier().close();
    }
}
