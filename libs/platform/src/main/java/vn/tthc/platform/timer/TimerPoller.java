package vn.tthc.platform.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.store.DocumentReader;

/**
 * Raises the timers that are due, the oldest first. It changes no document: a timer ends by the event that
 * its command records. After a stop everything that fell due meanwhile is raised; two processes that raise the same
 * occurrence make one commit.
 */
final class TimerPoller {
    private static final Logger LOG = LoggerFactory.getLogger(TimerPoller.class);
    private static final int PAGE = 200;
    private static final Backoff PATIENCE = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    private final String service;
    private final TimerBook book;
    private final DocumentReader documents;
    private final Commands commands;
    private final InstantSource clock;
    private final int most;
    private final TimerMeters meters;
    private final Retries retries = new Retries(PATIENCE);

    TimerPoller(
            String service,
            TimerBook book,
            DocumentReader documents,
            Commands commands,
            InstantSource clock,
            int most,
            TimerMeters meters) {
        this.service = service;
        this.book = book;
        this.documents = documents;
        this.commands = commands;
        this.clock = clock;
        this.most = most;
        this.meters = meters;
    }

    /**
     * Looks once at what is due and raises it.
     *
     * @throws LogUnavailable when the log takes nothing now; what is left is raised next time
     */
    void look() throws InterruptedException {
        Instant now = clock.instant();
        Set<String> seen = new HashSet<>();
        String after = null;
        do {
            TimerBook.Due page = book.due(documents, now.toEpochMilli() + 1, after, PAGE);
            for (StoredTimer timer : page.timers()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                seen.add(timer.id());
                // An instant is kept to the nanosecond and found by the millisecond.
                if (!timer.due().isAfter(now) && !retries.waits(timer, now)) {
                    retries.tried(timer, now);
                    raise(timer, now);
                }
            }
            after = page.next();
        } while (after != null && seen.size() < most);
        retries.keep(seen);
        measure(now);
    }

    private void measure(Instant now) {
        long age = book.first(documents)
                .map(first -> Math.max(0, Duration.between(first.due(), now).toSeconds()))
                .orElse(0L);
        meters.looked(book.count(documents), age);
    }

    private void raise(StoredTimer timer, Instant now) {
        @Nullable Outcome outcome = null;
        try {
            outcome = commands.send(timer.streamId(), book.command(timer, now), context(timer));
        } catch (LogUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            meters.failed();
            LOG.error("Timer {} of {} failed and is tried again", timer.key(), timer.stream(), e);
            return;
        }
        switch (outcome) {
            case Outcome.Done done when done.repeated() -> meters.known();
            case Outcome.Done done -> meters.decided();
            case Outcome.Refused refused ->
                refused(timer, refused.refusal().code().name());
            case Outcome.Stale stale -> refused(timer, stale.toString());
            case Outcome.KeyReused reused -> refused(timer, reused.toString());
        }
    }

    private void refused(StoredTimer timer, String why) {
        meters.refused();
        LOG.warn("Timer {} of {} was refused and is tried again: {}", timer.key(), timer.stream(), why);
    }

    private CommandContext context(StoredTimer timer) {
        return new CommandContext(
                timer.commandId(),
                null,
                null,
                null,
                new Provenance(
                        new Actor(service, Set.of(Role.SYSTEM), null),
                        Origin.LIVE,
                        timer.correlation(),
                        null,
                        timer.procedureVersion(),
                        null));
    }
}
