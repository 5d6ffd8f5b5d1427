package vn.tthc.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.consume.UnitTooLarge;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;

/**
 * Units of work that stand or fall together, without a transaction. A lane is one document with a number and the changes
 * of its last unit: storing them there by compare-and-set on the number is what makes the unit a fact, and whoever comes
 * next to the lane, in this process or another, first carries out what may have been left. A unit that was prepared
 * before somebody else's on the same lane is thrown away and worked out again from what is there now; so a process that
 * wakes up late writes nothing. What two units could both change must be on one lane.
 */
final class Lanes {
    private static final long FIRST_PAUSE_NANOS = 100_000;

    /** Up to 26 ms. */
    private static final int LAST_DOUBLING = 8;

    private static final int ATTEMPTS = 20;
    private static final long TURN_SECONDS = 20;
    private static final int LARGEST = 14 * 1024 * 1024;
    private static final String SEQUENCE = "seq";
    private static final String UNIT = "unit";
    private static final String TOKEN = "token";
    private static final String HELD = "held";

    /** Who holds a lane whose owner is no more. */
    private static final String ENDED = "ended";

    private final MongoCollection<Document> lanes;
    private final MongoCollections collections;
    private final Changes changes;
    private final Map<Name, Lane> known = new ConcurrentHashMap<>();

    /** By owner, what this process holds its lanes with: its own units pass. */
    private final Map<String, String> passes = new ConcurrentHashMap<>();

    Lanes(MongoConnection connection, MongoCollections collections, InstantSource clock) {
        this.lanes = connection.collection("lanes");
        this.collections = collections;
        this.changes = new Changes(collections, clock);
    }

    private record Name(String owner, int number) {
        Document id() {
            return new Document("owner", owner).append("lane", number);
        }
    }

    /** A lane as this process knows it; guarded by its turn. */
    private static final class Lane {
        private final ReentrantLock turn = new ReentrantLock(true);
        private long sequence = UNKNOWN;

        private static final long UNKNOWN = -1;
    }

    /**
     * Does a unit of work. It may be done several times before one of them counts.
     *
     * @throws StoreUnavailable when nothing was stored
     * @throws OutcomePending when that is not known
     * @throws UnitTooLarge when one document cannot hold its changes
     */
    <T extends @Nullable Object> T run(String owner, int number, Function<StagedDocuments, T> work) {
        Name name = new Name(owner, number);
        Lane lane = known.computeIfAbsent(name, key -> new Lane());
        take(lane);
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                StagedDocuments staged = new StagedDocuments(collections);
                T result = prepare(name, lane, staged, work);
                if (staged.changes().isEmpty() || commit(name, lane, staged)) {
                    return result;
                }
                // Whoever lost goes aside for a moment, a longer one each time, or could lose to the same one again.
                LockSupport.parkNanos(
                        ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS << Math.min(attempt, LAST_DOUBLING)));
            }
            throw new StoreUnavailable("Another process is at work on the same documents.", null);
        } finally {
            lane.turn.unlock();
        }
    }

    private static void take(Lane lane) {
        try {
            if (!lane.turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreUnavailable("Too many writes are waiting.", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Interrupted while waiting to write.", e);
        }
    }

    private <T extends @Nullable Object> T prepare(
            Name name, Lane lane, StagedDocuments staged, Function<StagedDocuments, T> work) {
        try {
            if (lane.sequence == Lane.UNKNOWN) {
                lane.sequence = catchUp(name);
            }
            return work.apply(staged);
        } catch (MongoException e) {
            throw new StoreUnavailable("MongoDB cannot be asked now: " + Failures.of(e), e);
        }
    }

    /** Carries out what the last unit left undone; answers the lane's number. */
    private long catchUp(Name name) {
        Document found = found(name);
        carryOut(name, found);
        String held = found.getString(HELD);
        if (held != null && !held.equals(passes.get(name.owner()))) {
            throw new StoreUnavailable("Nothing is written for " + name.owner() + " now.", null);
        }
        return found.getLong(SEQUENCE);
    }

    /** The lane as it is stored, made when it is not there. */
    private Document found(Name name) {
        Document found = lanes.find(new Document("_id", name.id())).limit(1).first();
        if (found != null) {
            return found;
        }
        Document made = new Document("_id", name.id()).append(SEQUENCE, 0L);
        try {
            lanes.insertOne(made);
            return made;
        } catch (MongoException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
            return found(name);
        }
    }

    /**
     * Lets nobody but this process store a unit of an owner until it is let go. What had become a fact before is carried
     * out when this returns.
     *
     * @throws StoreUnavailable when somebody else holds them
     */
    void hold(String owner, int count, String holder) {
        for (int number = 0; number < count; number++) {
            hold(new Name(owner, number), holder);
        }
        passes.put(owner, holder);
    }

    private void hold(Name name, String holder) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document found = found(name);
            String held = found.getString(HELD);
            if (holder.equals(held)) {
                return;
            }
            if (held != null) {
                throw new StoreUnavailable(name.owner() + " is held by somebody else.", null);
            }
            carryOut(name, found);
            Document free = place(name, found.getLong(SEQUENCE), null);
            if (lanes.updateOne(free, new Document("$set", new Document(HELD, holder)))
                            .getMatchedCount()
                    == 1) {
                return;
            }
        }
        throw new StoreUnavailable("Another process is at work on " + name.owner() + ".", null);
    }

    /** Lets all who may write go on, the first lane last; somebody else's hold stays. */
    void letGo(String owner, int count, String holder) {
        passes.remove(owner, holder);
        for (int number = count - 1; number >= 0; number--) {
            lanes.updateOne(
                    new Document("_id", new Name(owner, number).id()).append(HELD, holder),
                    new Document("$unset", new Document(HELD, "")));
        }
    }

    /** Who holds lanes of an owner, be it only one of them; null for nobody. */
    @Nullable
    String holder(String owner, int count) {
        for (int number = 0; number < count; number++) {
            Document lane = lanes.find(new Document("_id", new Name(owner, number).id()))
                    .limit(1)
                    .first();
            if (lane != null && lane.getString(HELD) != null) {
                return lane.getString(HELD);
            }
        }
        return null;
    }

    /** Lets nobody ever store a unit of an owner again, whoever still believes to be at work for it. */
    void end(String owner, int count) {
        passes.remove(owner);
        for (int number = 0; number < count; number++) {
            Name name = new Name(owner, number);
            found(name);
            lanes.updateOne(
                    new Document("_id", name.id()),
                    new Document("$set", new Document(HELD, ENDED)).append("$unset", new Document(UNIT, "")));
        }
    }

    /** A lane as it must be for a unit to count: nobody has come between, and nobody else holds it. */
    private static Document place(Name name, long sequence, @Nullable String holder) {
        Document free = new Document(HELD, new Document("$exists", false));
        Document place = new Document("_id", name.id()).append(SEQUENCE, sequence);
        if (holder == null) {
            place.putAll(free);
        } else {
            place.append("$or", List.of(free, new Document(HELD, holder)));
        }
        return place;
    }

    private void carryOut(Name name, Document lane) {
        List<Document> unit = lane.getList(UNIT, Document.class);
        if (unit != null) {
            changes.carryOut(unit.stream().map(Change::read).toList());
            clear(name, lane.getLong(SEQUENCE));
        }
    }

    /** Whether the unit counts; it does not when somebody else's came first. */
    private boolean commit(Name name, Lane lane, StagedDocuments staged) {
        long before = lane.sequence;
        String token = UUID.randomUUID().toString();
        List<Document> unit = new ArrayList<>();
        staged.changes().forEach(change -> unit.add(change.written()));
        Document next = new Document(SEQUENCE, before + 1).append(TOKEN, token).append(UNIT, unit);
        int size =
                new RawBsonDocument(next, new DocumentCodec()).getByteBuffer().remaining();
        if (size > LARGEST) {
            throw new UnitTooLarge(size);
        }
        lane.sequence = Lane.UNKNOWN;
        if (!isStored(name, before, token, new Document("$set", next))) {
            return false;
        }
        try {
            changes.carryOut(List.copyOf(staged.changes()));
            clear(name, before + 1);
        } catch (MongoException e) {
            throw new OutcomePending("What is stored is carried out by the next one: " + Failures.of(e));
        }
        lane.sequence = before + 1;
        return true;
    }

    private boolean isStored(Name name, long before, String token, Document next) {
        Document place = place(name, before, passes.get(name.owner()));
        MongoException unclear;
        try {
            return lanes.updateOne(place, next).getMatchedCount() == 1;
        } catch (MongoException e) {
            if (Failures.isRefusal(e)) {
                throw new StoreUnavailable("MongoDB refused a unit: " + Failures.of(e), e);
            }
            unclear = e;
        }
        try {
            // Once more: of the two, the number lets one in, and the token tells whose it was.
            if (lanes.updateOne(place, next).getMatchedCount() == 1) {
                return true;
            }
            Document now = lanes.find(new Document("_id", name.id())).limit(1).first();
            if (now != null && token.equals(now.getString(TOKEN))) {
                return true;
            }
            if (now != null && now.getLong(SEQUENCE) == before + 1) {
                return false;
            }
        } catch (MongoException e) {
            unclear = e;
        }
        throw new OutcomePending("It is not known whether a unit was stored: " + Failures.of(unclear));
    }

    /** What it held may be personal data that is forgotten one day; so it does not stay. */
    private void clear(Name name, long sequence) {
        lanes.updateOne(
                new Document("_id", name.id()).append(SEQUENCE, sequence),
                new Document("$unset", new Document(UNIT, "")));
    }

    /** Removes the lanes of an owner. */
    void forget(String owner, int count) {
        for (int number = 0; number < count; number++) {
            Name name = new Name(owner, number);
            lanes.deleteOne(new Document("_id", name.id()));
            known.remove(name);
        }
    }
}
