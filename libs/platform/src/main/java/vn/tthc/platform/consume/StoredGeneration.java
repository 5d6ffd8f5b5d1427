package vn.tthc.platform.consume;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which generation of a view serves, and, where several processes share the store, which one is being built. A bare number
 * stands for one that serves while nothing else is to be said.
 *
 * @param serving the generation that is read
 * @param building the one that somebody builds, 0 for none
 * @param last the highest number that was ever given out; on a shared store none is given out twice
 * @param beat rises while somebody builds
 * @param leaving generations nobody needs any more, with everything still there
 */
record StoredGeneration(long serving, long building, long last, long beat, List<Long> leaving) {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final StoredGeneration FIRST = new StoredGeneration(1, 0, 1, 0, List.of());

    StoredGeneration {
        leaving = List.copyOf(leaving);
    }

    static StoredGeneration of(String text) {
        if (text.startsWith("{")) {
            return JSON.readValue(text, StoredGeneration.class);
        }
        long serving = Long.parseLong(text);
        return new StoredGeneration(serving, 0, serving, 0, List.of());
    }

    String text() {
        boolean plain = building == 0 && leaving.isEmpty() && last <= serving;
        return plain ? String.valueOf(serving) : JSON.writeValueAsString(this);
    }

    StoredGeneration builds() {
        return new StoredGeneration(serving, last + 1, last + 1, 1, leaving);
    }

    StoredGeneration beats() {
        return new StoredGeneration(serving, building, last, beat + 1, leaving);
    }

    /** Nobody builds any more, and what was being built goes. */
    StoredGeneration givesUp() {
        return new StoredGeneration(serving, 0, last, 0, with(building));
    }

    StoredGeneration swaps() {
        return new StoredGeneration(building, 0, last, 0, with(serving));
    }

    StoredGeneration without(long gone) {
        return new StoredGeneration(
                serving,
                building,
                last,
                beat,
                leaving.stream().filter(one -> one != gone).toList());
    }

    private List<Long> with(long more) {
        return java.util.stream.Stream.concat(leaving.stream(), java.util.stream.Stream.of(more))
                .toList();
    }
}
