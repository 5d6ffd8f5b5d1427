package vn.tthc.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The orders in which streams can arrive: each keeps its own order, nothing else holds. */
public final class Interleavings {
    private Interleavings() {}

    /** Every order there is. */
    public static <T> void each(List<List<T>> streams, Consumer<List<T>> action) {
        extend(streams, new int[streams.size()], new ArrayList<>(), action);
    }

    private static <T> void extend(List<List<T>> streams, int[] at, List<T> sofar, Consumer<List<T>> action) {
        boolean complete = true;
        for (int i = 0; i < streams.size(); i++) {
            if (at[i] < streams.get(i).size()) {
                complete = false;
                sofar.add(streams.get(i).get(at[i]++));
                extend(streams, at, sofar, action);
                at[i]--;
                sofar.removeLast();
            }
        }
        if (complete) {
            action.accept(List.copyOf(sofar));
        }
    }

    /** One order by chance. */
    public static <T> List<T> random(List<List<T>> streams, Random random) {
        List<List<T>> left = new ArrayList<>();
        streams.forEach(stream -> left.add(new ArrayList<>(stream)));
        left.removeIf(List::isEmpty);
        List<T> order = new ArrayList<>();
        while (!left.isEmpty()) {
            List<T> stream = left.get(random.nextInt(left.size()));
            order.add(stream.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return order;
    }

    /** The same order with some events coming once more, at any time after the first. */
    public static <T> List<T> withRepeats(List<T> order, Random random) {
        List<T> repeated = new ArrayList<>();
        for (T event : order) {
            repeated.add(event);
            while (random.nextInt(3) == 0) {
                repeated.add(repeated.get(random.nextInt(repeated.size())));
            }
        }
        return repeated;
    }
}
