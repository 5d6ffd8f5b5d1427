package vn.tthc.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.relay.Duties;

/**
 * Duties as one document each, with who holds it and a beat that the holder raises. No clocks are compared: another
 * process takes a duty over when it has itself seen the beat stand still for long enough.
 */
public final class MongoDuties implements Duties, AutoCloseable {
    /** How long a beat stands still before the duty is taken over. */
    public static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(MongoDuties.class);
    private static final String HOLDER = "holder";
    private static final String BEAT = "beat";

    private final MongoCollection<Document> duties;
    private final String me = UUID.randomUUID().toString();
    private final long patience;
    private final Map<String, Duty> known = new ConcurrentHashMap<>();

    /**
     * The duties of a service.
     *
     * @param patience how long a beat stands still before another process takes over
     */
    public MongoDuties(MongoConnection connection, Duration patience) {
        this.duties = connection.collection("duties");
        this.patience = patience.toNanos();
    }

    /** Who held a duty at which beat, and since when it has been so for us, by our own clock. */
    private record Seen(String holder, long beat, long atNanos) {}

    private static final class Duty {
        private boolean mine;
        private long beat;
        private long renewedAt;
        private long nextLookAt = System.nanoTime();
        private @Nullable Seen seen;
    }

    @Override
    public boolean areShared() {
        return true;
    }

    @Override
    public boolean isMine(String name) {
        Duty duty = known.computeIfAbsent(name, key -> new Duty());
        synchronized (duty) {
            boolean before = duty.mine;
            duty.mine = before ? keep(name, duty) : take(name, duty);
            if (duty.mine != before) {
                LOG.info("This process {} the duty {}", duty.mine ? "takes" : "loses", name);
            }
            return duty.mine;
        }
    }

    private boolean keep(String name, Duty duty) {
        long now = System.nanoTime();
        if (now - duty.renewedAt < patience / 6) {
            return true;
        }
        try {
            return move(name, duty, me, duty.beat, now);
        } catch (MongoException e) {
            // Nobody else believes that it is free before all of the patience has passed.
            LOG.debug("A duty could not be renewed: {}", Failures.of(e));
            return now - duty.renewedAt < patience / 3 * 2;
        }
    }

    private boolean take(String name, Duty duty) {
        long now = System.nanoTime();
        if (now - duty.nextLookAt < 0) {
            return false;
        }
        duty.nextLookAt = now + patience / 12;
        try {
            Document found = duties.find(new Document("_id", name)).limit(1).first();
            if (found == null) {
                return begin(name, duty, now);
            }
            String holder = found.getString(HOLDER);
            long beat = found.getLong(BEAT);
            Seen seen = duty.seen;
            if (seen == null || !seen.holder().equals(holder) || seen.beat() != beat) {
                duty.seen = new Seen(holder, beat, now);
                return false;
            }
            return now - seen.atNanos() > patience && move(name, duty, holder, beat, now);
        } catch (MongoException e) {
            LOG.debug("A duty could not be looked at: {}", Failures.of(e));
            return false;
        }
    }

    private boolean begin(String name, Duty duty, long now) {
        try {
            duties.insertOne(new Document("_id", name).append(HOLDER, me).append(BEAT, 1L));
        } catch (MongoException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
            return false;
        }
        duty.beat = 1;
        duty.renewedAt = now;
        return true;
    }

    private boolean move(String name, Duty duty, String holder, long beat, long now) {
        Document from = new Document("_id", name).append(HOLDER, holder).append(BEAT, beat);
        Document to = new Document("$set", new Document(HOLDER, me).append(BEAT, beat + 1));
        if (duties.updateOne(from, to).getMatchedCount() != 1) {
            return false;
        }
        duty.beat = beat + 1;
        duty.renewedAt = now;
        return true;
    }

    /** Gives every duty up, so that another process need not wait. */
    @Override
    public void close() {
        known.forEach((name, duty) -> {
            synchronized (duty) {
                if (duty.mine) {
                    duty.mine = false;
                    try {
                        duties.deleteOne(new Document("_id", name).append(HOLDER, me));
                    } catch (MongoException e) {
                        LOG.debug("A duty could not be given up: {}", Failures.of(e));
                    }
                }
            }
        });
    }
}
