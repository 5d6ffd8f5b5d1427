package vn.tthc.platform.mongo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Makes the double look like the one member of a replica set, which it is not: a driver sends a write a second time only
 * to one. Like a member it remembers what it answered a numbered write, and does that write once; and it can step down.
 */
final class OnlyMember {
    static final String SET = "wire";

    private static final Set<String> GREETINGS = Set.of("hello", "isMaster", "ismaster");
    private static final int NOT_WRITABLE_PRIMARY = 10_107;

    private final String address;
    private final Map<BsonDocument, WireMessage> done = new ConcurrentHashMap<>();
    private final AtomicInteger looksWithoutPrimary = new AtomicInteger();

    OnlyMember(String address) {
        this.address = address;
    }

    /** Asks the double. */
    interface Ask {
        WireMessage ask() throws IOException;
    }

    /** Is no primary any more until it has been looked at so many times. */
    void stepDown(int looks) {
        looksWithoutPrimary.set(looks);
    }

    /** What it answers a command. */
    WireMessage answer(WireMessage command, Ask ask) throws IOException {
        BsonDocument body = command.body();
        if (GREETINGS.contains(body.getFirstKey())) {
            boolean primary = looksWithoutPrimary.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
            WireMessage answer = ask.ask();
            return answer.with(introduced(answer.body(), primary));
        }
        if (looksWithoutPrimary.get() > 0) {
            return notPrimary(command);
        }
        BsonDocument number = number(body);
        WireMessage before = number == null ? null : done.get(number);
        if (before != null) {
            return before.inAnswerTo(command);
        }
        WireMessage answer = ask.ask();
        if (number != null && isDone(answer.body())) {
            done.put(number, answer);
        }
        return answer;
    }

    /** What a server says that is no primary any more; only a numbered write may be sent again. */
    static WireMessage notPrimary(WireMessage command) {
        BsonDocument refusal = new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString("not primary"))
                .append("code", new BsonInt32(NOT_WRITABLE_PRIMARY))
                .append("codeName", new BsonString("NotWritablePrimary"));
        if (number(command.body()) != null) {
            refusal.append("errorLabels", new BsonArray(List.of(new BsonString("RetryableWriteError"))));
        }
        return command.answer(refusal);
    }

    /** The session and the number of a write that a driver may send again. */
    private static @Nullable BsonDocument number(BsonDocument command) {
        return command.containsKey("txnNumber")
                ? new BsonDocument("session", command.getDocument("lsid").clone())
                        .append("number", command.get("txnNumber"))
                : null;
    }

    /** What failed is tried anew when it comes again. */
    private static boolean isDone(BsonDocument answer) {
        return answer.getNumber("ok").intValue() == 1 && !answer.containsKey("writeErrors");
    }

    private BsonDocument introduced(BsonDocument answer, boolean primary) {
        BsonDocument introduced = new BsonDocument();
        introduced.putAll(answer);
        introduced
                .append("ismaster", BsonBoolean.valueOf(primary))
                .append("secondary", BsonBoolean.valueOf(!primary))
                .append("setName", new BsonString(SET))
                .append("setVersion", new BsonInt32(1))
                .append("hosts", new BsonArray(List.of(new BsonString(address))))
                .append("me", new BsonString(address))
                .append("logicalSessionTimeoutMinutes", new BsonInt32(30));
        return introduced;
    }
}
