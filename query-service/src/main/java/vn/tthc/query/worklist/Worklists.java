package vn.tthc.query.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.cases.CaseEvent.Alarm;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.dossierview.ViewJson;

/** The queues in their collection: one document per open dossier, so that none is in two. */
public final class Worklists {
    private static final String COLLECTION = "worklists";
    private static final String BY_QUEUE = "by_queue";

    /** Lists of an agency beside its queues; each is an index whose order field only those have that belong there. */
    enum Late {
        /** Soon due, by the law or by the step. */
        NEARING,
        /** Overdue, by the law or by the step. */
        OVERDUE,
        /** Given and not taken in time. */
        UNACKNOWLEDGED;

        String field() {
            return switch (this) {
                case NEARING -> "nearing_due";
                case OVERDUE -> "overdue_due";
                case UNACKNOWLEDGED -> "unacknowledged_due";
            };
        }

        boolean has(WorkItem item) {
            return switch (this) {
                case NEARING -> !OVERDUE.has(item) && (item.is(Alarm.DUE_NEARING) || item.is(Alarm.STEP_NEARING));
                case OVERDUE -> item.is(Alarm.OVERDUE) || item.is(Alarm.STEP_OVERDUE);
                case UNACKNOWLEDGED -> item.is(Alarm.HAND_OVER_UNACKNOWLEDGED);
            };
        }
    }

    private Worklists() {}

    /** The collection the queues stand in. */
    public static CollectionSpec spec() {
        return new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index(BY_QUEUE, List.of("queue"), "due"),
                        late(Late.NEARING),
                        late(Late.OVERDUE),
                        late(Late.UNACKNOWLEDGED)));
    }

    private static Index late(Late late) {
        return new Index(late.field(), List.of("agency"), late.field());
    }

    /** Puts a dossier into the queue it is in now, and out of every other. */
    public static void write(DossierView before, DossierView after, DocumentWriter documents) {
        Optional<WorkItem> item = WorkItem.of(after);
        if (item.equals(WorkItem.of(before))) {
            return;
        }
        if (item.isEmpty()) {
            documents.delete(COLLECTION, after.id());
            return;
        }
        long version =
                documents.get(COLLECTION, after.id()).map(Document::version).orElse(0L);
        documents.put(COLLECTION, after.id(), version, ViewJson.write(item.get()), indexed(item.get()));
    }

    private static Map<String, @Nullable Object> indexed(WorkItem item) {
        long due = item.dueAt() == null ? Long.MAX_VALUE : Dossiers.micros(item.dueAt());
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put("queue", item.queue().key());
        indexed.put("agency", item.queue().agency());
        indexed.put("due", due);
        for (Late late : Late.values()) {
            indexed.put(late.field(), late.has(item) ? due : null);
        }
        return indexed;
    }

    /** Some work, what is due first first. */
    record Work(List<WorkItem> items, @Nullable String next) {}

    /**
     * What waits in a queue.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    static Work queue(DocumentReader documents, Queue queue, @Nullable String after, int limit) {
        return work(documents.find(
                new Find(COLLECTION, BY_QUEUE, Map.of("queue", queue.key()), null, null, false, after, limit)));
    }

    /**
     * What waits in a queue at agencies that are wanted. Somebody who has moved on leaves work behind under their name:
     * it is passed over, and the page is filled with what comes after it.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    static Work queue(
            DocumentReader documents, Queue queue, Predicate<String> agency, @Nullable String after, int limit) {
        List<WorkItem> items = new ArrayList<>();
        @Nullable String next = after;
        do {
            Work page = queue(documents, queue, next, limit - items.size());
            page.items().stream()
                    .filter(item -> agency.test(item.queue().agency()))
                    .forEach(items::add);
            next = page.next();
        } while (items.size() < limit && next != null);
        return new Work(items, next);
    }

    /**
     * What of an agency's work is late in some way.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    static Work late(DocumentReader documents, Late late, String agency, @Nullable String after, int limit) {
        return work(documents.find(
                new Find(COLLECTION, late.field(), Map.of("agency", agency), null, null, false, after, limit)));
    }

    private static Work work(Page page) {
        return new Work(
                page.documents().stream()
                        .map(document -> ViewJson.read(document.json(), WorkItem.class))
                        .toList(),
                page.next());
    }
}
