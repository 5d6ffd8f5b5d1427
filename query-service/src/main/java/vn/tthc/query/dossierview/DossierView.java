package vn.tthc.query.dossierview;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.consume.ReceivedEvent;

/**
 * All that is kept of one dossier: three sub-folds, each with its own position, in one document. They never look at each
 * other while events come in, so the order in which the streams arrive cannot matter.
 *
 * @param id id of the dossier
 * @param dossier the dossier's own stream
 * @param work the stream of its case
 * @param items the streams of its postal items, by item id
 */
public record DossierView(
        String id,
        DossierFold dossier,
        @JsonProperty("case") CaseFold work,
        SortedMap<String, ItemFold> items) {
    /** The collection the documents stand in. */
    public static final String COLLECTION = "dossiers";

    public DossierView {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    /** A dossier nothing is known of. */
    public static DossierView empty(String id) {
        return new DossierView(id, DossierFold.EMPTY, CaseFold.EMPTY, new TreeMap<>());
    }

    /**
     * The dossier an event belongs to.
     *
     * @throws IllegalArgumentException when it belongs to none
     */
    public static String dossierOf(ReceivedEvent received) {
        return dossierOf(received.event(), received.envelope().stream());
    }

    private static String dossierOf(TthcEvent event, String stream) {
        return switch (event) {
            case DossierEvent e -> StreamId.parse(stream).id();
            case CaseEvent e -> StreamId.parse(stream).id();
            case PostalEvent e -> e.dossierId();
            default -> throw new IllegalArgumentException("no dossier in " + stream);
        };
    }

    /**
     * Takes an event of one of its streams; a repeat changes nothing and answers with this very view.
     *
     * @throws IllegalArgumentException when it is no event of a dossier
     */
    public DossierView apply(ReceivedEvent received) {
        return switch (received.event()) {
            case DossierEvent e -> {
                DossierFold next = dossier.apply(received.envelope(), e);
                yield next.equals(dossier) ? this : new DossierView(id, next, work, items);
            }
            case CaseEvent e -> {
                CaseFold next = work.apply(received.envelope(), e);
                yield next.equals(work) ? this : new DossierView(id, dossier, next, items);
            }
            case PostalEvent e -> item(received, e);
            default ->
                throw new IllegalArgumentException(
                        "no event of a dossier: " + received.envelope().type());
        };
    }

    private DossierView item(ReceivedEvent received, PostalEvent event) {
        String item = StreamId.parse(received.envelope().stream()).id();
        ItemFold before = items.getOrDefault(item, ItemFold.EMPTY);
        ItemFold next = before.apply(received.envelope(), event);
        if (next.equals(before)) {
            return this;
        }
        SortedMap<String, ItemFold> changed = new TreeMap<>(items);
        changed.put(item, next);
        return new DossierView(id, dossier, work, changed);
    }

    /** What is shown of it. */
    public Shown shown() {
        return shown(dossier, work, items);
    }

    /** What is shown of the three sub-folds, whatever each of them has heard already. */
    public static Shown shown(DossierFold dossier, CaseFold work, SortedMap<String, ItemFold> items) {
        return Showing.of(dossier, work, items);
    }

    /** How far each of its streams has been taken, by stream. */
    public Map<String, Long> positions() {
        SortedMap<String, Long> positions = new TreeMap<>();
        if (dossier.position() > 0) {
            positions.put(StreamId.dossier(id).toString(), dossier.position());
        }
        if (work.position() > 0) {
            positions.put(StreamId.caseOf(id).toString(), work.position());
        }
        items.forEach((item, fold) -> positions.put(StreamId.item(item).toString(), fold.position()));
        return positions;
    }
}
