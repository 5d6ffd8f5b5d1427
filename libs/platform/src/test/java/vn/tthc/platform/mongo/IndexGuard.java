package vn.tthc.platform.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/**
 * Hears every command on its way to the server and notes each query that no index would serve that was declared before
 * it. A query is served when its conditions are all on fields of the index, one of them on the first, and its order is
 * that of the index after the fields it fixes.
 */
final class IndexGuard implements CommandListener {
    private static final BsonDocument ID = new BsonDocument("_id", new BsonInt32(1));

    private final Map<String, List<BsonDocument>> declared = new ConcurrentHashMap<>();
    private final List<String> unserved = new CopyOnWriteArrayList<>();
    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();

    /** Queries that no declared index serves. */
    List<String> unserved() {
        return unserved;
    }

    /** The indexes of a collection as they were sent. */
    List<BsonDocument> declared(String collection) {
        return declared.getOrDefault(collection, List.of());
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
        switch (event.getCommandName()) {
            case "createIndexes" ->
                command.getArray("indexes")
                        .forEach(index -> declared.computeIfAbsent(name(command), key -> new CopyOnWriteArrayList<>())
                                .add(index.asDocument()));
            case "find" ->
                check(
                        name(command),
                        command.getDocument("filter", new BsonDocument()),
                        command.getDocument("sort", new BsonDocument()));
            case "aggregate" -> {
                BsonDocument first = command.getArray("pipeline").getFirst().asDocument();
                check(name(command), first.getDocument("$match", new BsonDocument()), new BsonDocument());
            }
            case "findAndModify" -> check(name(command), command.getDocument("query"), new BsonDocument());
            case "distinct" -> check(name(command), command.getDocument("query"), new BsonDocument());
            case "update" -> each(command, "updates");
            case "delete" -> each(command, "deletes");
            default -> {}
        }
    }

    private void each(BsonDocument command, String parts) {
        command.getArray(parts)
                .forEach(part -> check(name(command), part.asDocument().getDocument("q"), new BsonDocument()));
    }

    private static String name(BsonDocument command) {
        return command.getString(command.getFirstKey()).getValue();
    }

    private void check(String collection, BsonDocument filter, BsonDocument sort) {
        List<BsonDocument> indexes = new ArrayList<>(declared(collection));
        indexes.add(new BsonDocument("key", ID));
        if (indexes.stream().noneMatch(index -> serves(index, filter, sort))) {
            unserved.add(collection + " " + filter.toJson() + " sorted " + sort.toJson());
        }
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
