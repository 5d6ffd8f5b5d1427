package vn.tthc.platform.blob;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;

/**
 * Marks on files that are to go. A mark stands for a while before its file is removed; whoever uses the file meanwhile takes
 * it off. Removing begins by a change of the mark, so that of a use and a removal one comes first for all processes.
 */
final class BlobMarks implements Marks {
    private static final String COLLECTION = "kept_blob_marks";
    private static final String BY_STATE = "by_state";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;

    BlobMarks(DocumentStore documents) {
        this.documents = documents;
        documents.declare(
                List.of(new CollectionSpec(COLLECTION, List.of(new Index(BY_STATE, List.of("state"), "at")))));
    }

    /** How far it has come. */
    enum State {
        MARKED,
        REMOVING
    }

    /** Why a file was marked. */
    enum Why {
        /** It is old, and nobody names it. */
        OLD,
        /** Everybody it is about was erased, just then. */
        ERASURE
    }

    /**
     * A mark.
     *
     * @param markedAt when it was set
     * @param at when it came into its state
     */
    record Mark(State state, Why why, Instant markedAt, Instant at) {}

    /** A mark as it was read. */
    record Marked(String hash, Mark mark, long version) {
        private static Marked of(Document document) {
            return new Marked(document.id(), JSON.readValue(document.json(), Mark.class), document.version());
        }
    }

    @Override
    public boolean lift(String hash) {
        // Nearly never is there one, and then nothing is written.
        return documents.get(COLLECTION, hash).isEmpty()
                || documents.write(writer -> {
                    Optional<Marked> marked = writer.get(COLLECTION, hash).map(Marked::of);
                    if (marked.isPresent() && marked.get().mark().state() == State.REMOVING) {
                        return false;
                    }
                    writer.delete(COLLECTION, hash);
                    return true;
                });
    }

    /** Marks a file that has no mark. */
    void mark(String hash, Why why, Instant now) {
        if (documents.get(COLLECTION, hash).isEmpty()) {
            documents.write(writer -> {
                if (writer.get(COLLECTION, hash).isEmpty()) {
                    put(writer, hash, 0, new Mark(State.MARKED, why, now, now));
                }
                return true;
            });
        }
    }

    /** Marks that came into a state at that moment or before it, the oldest first. */
    List<Marked> since(State state, Instant moment, int most) {
        return documents
                .find(new Find(
                        COLLECTION,
                        BY_STATE,
                        Map.of("state", state.name()),
                        null,
                        micros(moment) + 1,
                        false,
                        null,
                        most))
                .documents()
                .stream()
                .map(Marked::of)
                .toList();
    }

    /**
     * Begins a removal, or takes over one that somebody left.
     *
     * @return the mark as it stands now; empty when it is not as it was read any more
     */
    Optional<Marked> begin(Marked marked, Instant now) {
        return documents.write(writer -> {
            if (!stands(writer, marked)) {
                return Optional.empty();
            }
            Mark before = marked.mark();
            Mark removing = new Mark(State.REMOVING, before.why(), before.markedAt(), now);
            put(writer, marked.hash(), marked.version(), removing);
            return Optional.of(new Marked(marked.hash(), removing, marked.version() + 1));
        });
    }

    /** Takes a mark away, unless it is another one by now. */
    void end(Marked marked) {
        documents.write(writer -> {
            if (stands(writer, marked)) {
                writer.delete(COLLECTION, marked.hash());
            }
            return true;
        });
    }

    /** How many files are marked. */
    long count() {
        return documents.count(
                new Find(COLLECTION, BY_STATE, Map.of("state", State.MARKED.name()), null, null, false, null, 1));
    }

    /** With its moments, not by its version alone: a mark that was taken off and set anew may have the same one. */
    private static boolean stands(DocumentWriter writer, Marked marked) {
        return writer.get(COLLECTION, marked.hash())
                .map(Marked::of)
                .filter(marked::equals)
                .isPresent();
    }

    private static void put(DocumentWriter writer, String hash, long version, Mark mark) {
        writer.put(
                COLLECTION,
                hash,
                version,
                JSON.writeValueAsString(mark),
                Map.of("state", mark.state().name(), "at", micros(mark.at())));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
