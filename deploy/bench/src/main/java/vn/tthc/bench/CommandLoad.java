package vn.tthc.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Services;

/** Durable commands through HTTP: every answer counted here has been on the disk before. */
final class CommandLoad {
    /** How long after a command the next one of the same dossier is due. */
    private static final Duration PACE = Duration.ofMillis(400);

    /** A timer has moved the case on since its version was told. */
    private static final int STALE = 412;

    /** The hand-over has not reached processing within the time a service waits for a position. */
    private static final String NOT_YET = "NOT_YET_VISIBLE";

    private static final int MOST_REPEATS = 10;

    /** The figure that says how many durable writes shared an fsync while the highest rate was looked for, its warm-up included. */
    static final String GROUP = "writesPerFsync";

    private final Wire wire;
    private final Services services;
    private final Clerks clerks;
    private final Settings settings;
    private final String run = "bench-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong stories = new AtomicLong();
    private final LongAdder repeats = new LongAdder();

    CommandLoad(Wire wire, Services services, Clerks clerks, Settings settings) {
        this.wire = wire;
        this.services = services;
        this.clerks = clerks;
        this.settings = settings;
    }

    /** The highest rate, then the latency at half of it. */
    Map<String, Object> measure() throws InterruptedException {
        List<Double> risen = Steady.await(
                settings.steady(),
                () -> new Crowd(settings.clients(), Duration.ZERO, Steady.WINDOW).perSecond(client -> new Client()));
        Groups before = Groups.now(wire, services);
        double highest =
                new Crowd(settings.clients(), settings.warmUp(), settings.measured()).perSecond(client -> new Client());
        double group = Latency.round(Groups.now(wire, services).since(before).mean());
        Map<Story.Kind, Latency> kinds = new EnumMap<>(Story.Kind.class);
        for (Story.Kind kind : Story.Kind.values()) {
            kinds.put(kind, new Latency());
        }
        Latency all = new Latency();
        arrive(highest / 2, (story, kind, dueNanos, answeredNanos, counts) -> {
            if (counts) {
                all.record(answeredNanos - dueNanos);
                Objects.requireNonNull(kinds.get(kind)).record(answeredNanos - dueNanos);
            }
        });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("perSecond", highest);
        figures.put("perSecondBefore", risen);
        figures.put("clients", settings.clients());
        figures.put(GROUP, group);
        figures.put("mix", "submit:receive:hand-over:accept:step:issue = 1:1:1:1:4:1");
        figures.put("halfRatePerSecond", Latency.round(highest / 2));
        figures.put("atHalfRate", all.report());
        Map<String, Object> byKind = new LinkedHashMap<>();
        kinds.forEach((kind, latency) -> byKind.put(kind.name().toLowerCase(Locale.ROOT), latency.report()));
        figures.put("atHalfRateByKind", byKind);
        figures.put("sentOnceMore", repeats.sum());
        return figures;
    }

    /** Takes note of an answer. */
    @FunctionalInterface
    interface Note {
        void answered(Story story, Story.Kind kind, long dueNanos, long answeredNanos, boolean counts)
                throws InterruptedException;
    }

    /**
     * Stories that begin by themselves, so many that their commands come at the given rate; in a story each command is
     * due at its own time, whether or not the one before was slow.
     */
    void arrive(double commandsPerSecond, Note note) throws InterruptedException {
        double storiesPerSecond = commandsPerSecond / Story.COMMANDS.size();
        Duration story = PACE.multipliedBy(Story.COMMANDS.size());
        // Until the first stories are over, fewer commands come than asked for: that is warm-up too.
        new Arrival(storiesPerSecond, settings.warmUp().plus(story), settings.measured(), settings.seed())
                .run((number, dueNanos, counts) -> tell(dueNanos, counts, note));
    }

    private void tell(long begin, boolean counts, Note note) throws InterruptedException {
        Story story = story();
        long due = begin;
        while (!story.over()) {
            Arrival.awaitNanos(due);
            Story.Kind kind = story.kind();
            send(story);
            note.answered(story, kind, due, System.nanoTime(), counts);
            due += PACE.toNanos();
        }
    }

    private Story story() {
        return new Story(services, clerks, run + "-" + stories.getAndIncrement());
    }

    /** Sends a command until it is accepted; what is sent once more is counted, and its time goes on. */
    private void send(Story story) throws InterruptedException {
        Answer answer = wire.send(story.command());
        for (int i = 0; i < MOST_REPEATS && !answer.ok(); i++) {
            if (answer.status() == STALE) {
                story.looked(wire.good(story.lookAgain()));
            } else if (!answer.problem().equals(NOT_YET)) {
                break;
            }
            repeats.increment();
            answer = wire.send(story.command());
        }
        if (!answer.ok()) {
            String kind = story.kind().name().toLowerCase(Locale.ROOT);
            throw new Failure("the command '" + kind + "' was not accepted: " + answer.complaint() + ".");
        }
        story.answered(answer);
    }

    /** Tells one story after the other. */
    private final class Client implements Crowd.Client {
        private Story story = story();

        @Override
        public void once() throws InterruptedException {
            if (story.over()) {
                story = story();
            }
            send(story);
        }
    }
}
