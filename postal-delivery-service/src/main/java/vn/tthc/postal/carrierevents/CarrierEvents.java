package vn.tthc.postal.carrierevents;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.store.StaleDocument;
import vn.tthc.postal.carrierevents.KeptEvent.Why;
import vn.tthc.postal.carrierevents.KeptEvents.Kept;
import vn.tthc.postal.carrierevents.SealedEvents.Told;
import vn.tthc.postal.carriers.CarrierMeters;
import vn.tthc.postal.carriers.CarrierMeters.Heard;
import vn.tthc.postal.carriers.Carriers;
import vn.tthc.postal.carriers.Carriers.Contract;

/** Makes scans of what carriers tell. What cannot be one is kept with its reason: nothing a carrier told is dropped. */
@Component
public class CarrierEvents {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierEvents.class);
    private static final int TRIES = 10;
    private static final int AT_ONCE = 100;

    /** So many contents are kept under one name; who tells more does not tell events. */
    private static final int MOST_TELLINGS = 20;

    private static final Backoff PATIENCE = new Backoff(Duration.ofSeconds(1), Duration.ofHours(1));

    private final Carriers carriers;
    private final EventScans scans;
    private final SealedEvents sealed;
    private final KeptEvents kept;
    private final CarrierMeters meters;
    private final InstantSource clock;

    CarrierEvents(
            Carriers carriers,
            EventScans scans,
            SealedEvents sealed,
            KeptEvents kept,
            CarrierMeters meters,
            InstantSource clock) {
        this.carriers = carriers;
        this.scans = scans;
        this.sealed = sealed;
        this.kept = kept;
        this.meters = meters;
        this.clock = clock;
    }

    /** What came of something told, by the name it is known by. */
    public record Hearing(String eventId, Heard heard) {}

    /**
     * Hears an event as its carrier wrote it; whatever comes of it is durable when this returns.
     *
     * @throws RuntimeException when it cannot be kept: then it has to be told again
     */
    public Hearing hear(Contract carrier, @Nullable JsonNode written) {
        Told told = sealed.read(carrier, written, clock.instant());
        Heard heard = heard(carrier, told);
        meters.heard(heard);
        return new Hearing(told.event().eventId(), heard);
    }

    private Heard heard(Contract carrier, Told told) {
        List<Kept> before = kept.tellings(carrier.name(), told.event().eventId(), MOST_TELLINGS);
        Optional<Kept> same = before.stream()
                .filter(entry -> sealed.same(entry.event(), told))
                .findFirst();
        if (same.isPresent() && same.get().event().settled() != null) {
            return Heard.KNOWN;
        }
        if (told.raw() != null) {
            return keep(carrier, told, before, same, Why.UNREADABLE, Heard.UNREADABLE);
        }
        Heard heard;
        try {
            heard = scans.scan(carrier, told.event());
        } catch (Unclear unclear) {
            return keep(carrier, told, before, same, unclear.why(), Heard.KEPT);
        } catch (StaleDocument atTheSameTime) {
            throw atTheSameTime;
        } catch (RuntimeException ours) {
            LOG.warn(
                    "An event could not be heard and is kept: {}",
                    ours.getClass().getName());
            meters.failed();
            return keep(carrier, told, before, same, Why.FAILED_HERE, Heard.KEPT);
        }
        forget(before, told);
        return heard;
    }

    /** What said no more than what is a scan now waits for nobody; what said something else still does. */
    private void forget(List<Kept> before, Told told) {
        before.stream()
                .map(Kept::event)
                .filter(entry -> entry.settled() == null && sealed.outdone(entry, told))
                .forEach(kept::delete);
    }

    /** Keeps it beside what was told under its name before, so that none of it is lost; once, however often it is told. */
    private Heard keep(Contract carrier, Told told, List<Kept> before, Optional<Kept> same, Why why, Heard heard) {
        if (same.isPresent()) {
            return heard;
        }
        if (before.size() >= MOST_TELLINGS) {
            return Heard.REFUSED;
        }
        int telling = before.stream()
                        .mapToInt(entry -> entry.event().whichTelling())
                        .max()
                        .orElse(0)
                + 1;
        Instant now = clock.instant();
        KeptEvent event = sealed.kept(carrier.name(), told, telling, why, now);
        kept.put(why == Why.FAILED_HERE ? failed(event, now) : event.until(next(why, 1, now)), 0);
        return heard;
    }

    /** Tries those again whose time has come, a bounded number. */
    public void tryDue() {
        for (Kept entry : kept.due(clock.instant(), AT_ONCE)) {
            Optional<Contract> contract = carriers.find(entry.event().carrier());
            try {
                if (contract.isEmpty()) {
                    kept.put(entry.event().again(entry.event().why(), null), entry.version());
                } else {
                    again(contract.get(), entry);
                }
            } catch (StaleDocument changed) {
                LOG.debug("A kept event changed while it was tried again");
            } catch (RuntimeException ours) {
                // It uses up no try, and one event must not hold up the others.
                LOG.warn("A kept event failed again: {}", ours.getClass().getName());
                meters.failed();
                kept.put(failed(entry.event(), clock.instant()), entry.version());
            }
        }
    }

    /** How many wait for a person. */
    public long waiting() {
        return kept.count(KeptEvents.State.PERSON);
    }

    /** Tries a kept event again; answers whether it is a scan now. */
    boolean again(Contract carrier, Kept entry) {
        KeptEvent event = entry.event();
        try {
            Told told = sealed.opened(carrier, event);
            if (told.raw() != null) {
                throw new Unclear(Why.UNREADABLE);
            }
            Heard heard = scans.scan(carrier, told.event());
            meters.heard(heard);
            kept.delete(event);
            forget(kept.tellings(carrier.name(), event.event().eventId(), MOST_TELLINGS), told);
            return true;
        } catch (Unclear unclear) {
            kept.put(
                    event.again(unclear.why(), next(unclear.why(), event.attempts() + 2, clock.instant())),
                    entry.version());
            return false;
        }
    }

    /** Only an item that is not known yet may become known by itself. */
    private static @Nullable Instant next(Why why, int tries, Instant now) {
        return why == Why.UNKNOWN_ITEM && tries < TRIES ? now.plus(PATIENCE.after(tries)) : null;
    }

    private static KeptEvent failed(KeptEvent event, Instant now) {
        return event.failed(now.plus(PATIENCE.after(event.timesFailed() + 1)));
    }
}
