package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Hears every command on its way to the server and notes each query that no index would serve that was declared before
 * it on the same connection. A query is served when its conditions are all on fields of the index, one of them on the
 * first, and its order is that of the index after the fields it fixes; where it names its index, by that one. A service's
 * test on the double takes it with {@code @Import} and says {@link #everyQueryWasServed} after each test.
 */
public final class IndexGuard implements CommandListener {
    private static final BsonDocument ID = new BsonDocument("_id", new BsonInt32(1));

    /** By database and collection. */
    private final Map<String, List<BsonDocument>> declared = new ConcurrentHashMap<>();

    private final List<String> unserved = new CopyOnWriteArrayList<>();
    private final Queue<BsonDocument> commands = new ConcurrentLinkedQueue<>();

    /**
     * Looks back at all that was heard.
     *
     * @throws AssertionError when there was a query that no declared index serves, or nothing was heard at all
     */
    public void everyQueryWasServed() {
        assertThat(commands).as("a guard that hears nothing guards nothing").isNotEmpty();
        assertThat(unserved).as("queries that no declared index serves").isEmpty();
    }

    /** Queries that no declared index serves. */
    List<String> unserved() {
        return unserved;
    }

    /** The indexes of a collection as they were sent, whichever database it is in. */
    public List<BsonDocument> declared(String collection) {
        return declared.entrySet().stream()
                .filter(each -> each.getKey().endsWith("." + collection))
                .flatMap(each -> each.getValue().stream())
                .distinct()
                .toList();
    }

    /** Every command of a name, as it was sent. */
    List<BsonDocument> sent(String command) {
        return commands.stream()
                .filter(sent -> sent.getFirstKey().equals(command))
                .toList();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand().clone();
        commands.add(command);
        try {
            hear(event.getDatabaseName() + ".", event.getCommandName(), command);
        } catch (RuntimeException e) {
            // The driver passes over what a listener throws, and nobody would know.
            unserved.add("not understood, " + e + ": " + command.toJson());
        }
    }

    private void hear(String database, String name, BsonDocument command) {
        switch (name) {
            case "createIndexes" ->
                command.getArray("indexes")
                        .forEach(index -> declared.computeIfAbsent(
                                        database + name(command), key -> new CopyOnWriteArrayList<>())
                                .add(index.asDocument()));
            case "drop" -> declared.remove(database + name(command));
            case "find" ->
                check(
                        database + name(command),
                        command.getDocument("filter", new BsonDocument()),
                        command.getDocument("sort", new BsonDocument()),
                        command.get("hint"));
            case "aggregate" -> {
                BsonDocument first = command.getArray("pipeline").getFirst().asDocument();
                check(database + name(command), first.getDocument("$match", new BsonDocument()), command.get("hint"));
            }
            case "count", "distinct", "findAndModify" ->
                check(
                        database + name(command),
                        command.getDocument("query", new BsonDocument()),
                        command.getDocument("sort", new BsonDocument()),
                        command.get("hint"));
            case "update" -> each(database, command, "updates");
            case "delete" -> each(database, command, "deletes");
            default -> {}
        }
    }

    private void each(String database, BsonDocument command, String parts) {
        command.getArray(parts)
                .forEach(part -> check(
                        database + name(command),
                        part.asDocument().getDocument("q"),
                        part.asDocument().get("hint")));
    }

    private static String name(BsonDocument command) {
        return command.getString(command.getFirstKey()).getValue();
    }

    private void check(String collection, BsonDocument filter, @Nullable BsonValue hint) {
        check(collection, filter, new BsonDocument(), hint);
    }

    private void check(String collection, BsonDocument filter, BsonDocument sort, @Nullable BsonValue hint) {
        List<BsonDocument> indexes = new ArrayList<>(declared.getOrDefault(collection, List.of()));
        indexes.add(new BsonDocument("key", ID));
        if (indexes.stream().noneMatch(index -> isMeant(index, hint) && serves(index, filter, sort))) {
            unserved.add(collection + " " + filter.toJson() + " sorted " + sort.toJson()
                    + (hint == null ? "" : " by " + hint));
        }
    }

    private static boolean isMeant(BsonDocument index, @Nullable BsonValue hint) {
        return hint == null || hint.equals(index.get(hint.isString() ? "name" : "key"));
    }

    private static boolean serves(BsonDocument index, BsonDocument filter, BsonDocument sort) {
        Set<String> fields = new HashSet<>();
        Set<String> fixed = new HashSet<>();
        conditions(filter, fields, fixed);
        if (fixed.contains("_id")) {
            // One document; what else is asked of it costs nothing.
            return true;
        }
        for (Map.Entry<String, BsonValue> only :
                index.getDocument("partialFilterExpression", new BsonDocument()).entrySet()) {
            if (!only.getValue().equals(filter.get(only.getKey()))) {
                return false;
            }
            fields.remove(only.getKey());
            fixed.add(only.getKey());
        }
        List<Map.Entry<String, BsonValue>> keys =
                List.copyOf(index.getDocument("key").entrySet());
        Set<String> known = new HashSet<>();
        keys.forEach(key -> known.add(key.getKey()));
        known.add("_id");
        boolean entered = fields.isEmpty() ? !sort.isEmpty() || partial(index) : fields.contains(first(keys));
        return entered && known.containsAll(fields) && ordered(keys, fixed, sort);
    }

    private static boolean partial(BsonDocument index) {
        return index.containsKey("partialFilterExpression");
    }

    private static String first(List<Map.Entry<String, BsonValue>> keys) {
        return keys.getFirst().getKey();
    }

    private static void conditions(BsonDocument filter, Set<String> fields, Set<String> fixed) {
        filter.forEach((field, condition) -> {
            if (field.equals("$or")) {
                // Only narrows what the other conditions let through.
                condition.asArray().forEach(part -> conditions(part.asDocument(), fields, new HashSet<>()));
                return;
            }
            fields.add(field);
            boolean operator = condition.isDocument()
                    && !condition.asDocument().isEmpty()
                    && condition.asDocument().getFirstKey().startsWith("$");
            if (!operator) {
                fixed.add(field);
            }
        });
    }

    private static boolean ordered(List<Map.Entry<String, BsonValue>> keys, Set<String> fixed, BsonDocument sort) {
        List<Map.Entry<String, BsonValue>> free =
                keys.stream().dropWhile(key -> fixed.contains(key.getKey())).toList();
        int at = 0;
        int direction = 0;
        for (Map.Entry<String, BsonValue> order : sort.entrySet()) {
            if (at == free.size() || !free.get(at).getKey().equals(order.getKey())) {
                return false;
            }
            int same = number(free.get(at).getValue()) * number(order.getValue());
            if (direction != 0 && same != direction) {
                return false;
            }
            direction = same;
            at++;
        }
        return true;
    }

    private static int number(BsonValue value) {
        return value.asNumber().intValue();
    }
}
