package vn.tthc.query.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.query.dossierview.ConcernedDossiers;
import vn.tthc.query.dossierview.DossierKeys;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.dossierview.Recent;
import vn.tthc.query.statistics.Counters;
import vn.tthc.query.timeline.Timeline;
import vn.tthc.query.worklist.Worklists;

/**
 * Everything this service keeps of dossiers. One projection for all its collections, since the counters follow the
 * view: they are right because they move in its transaction.
 */
@Component
public class DossierProjection implements Projection {
    /** Positions are kept under it; never changed. */
    public static final String NAME = "dossiers";

    /** Some two thousand dossiers. */
    private static final int REMEMBERED = 8_000_000;

    private final Recent<DossierView> views = new Recent<>(DossierView.class, REMEMBERED);
    private final Counters counters = new Counters();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER, Topics.CASE, Topics.POSTAL);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                Dossiers.spec(),
                ConcernedDossiers.spec(),
                DossierKeys.spec(),
                Timeline.spec(),
                Counters.spec(),
                Worklists.spec());
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        if (event.event() instanceof ManifestEvent || event.event() instanceof TillEvent) {
            return; // of no dossier; the items of a manifest tell where they are by themselves
        }
        String id = DossierView.dossierOf(event);
        Optional<Document> found = documents.get(DossierView.COLLECTION, id);
        DossierView before = found.map(document -> views.read(document.json())).orElseGet(() -> DossierView.empty(id));
        DossierView after = before.apply(event);
        if (after.equals(before)) {
            return;
        }
        Timeline.write(after, event, documents);
        DossierKeys.write(before, after, documents);
        ConcernedDossiers.write(before, after, documents);
        counters.move(before, after, event.partition(), documents);
        Worklists.write(before, after, documents);
        Dossiers.put(documents, after, found.map(Document::version).orElse(0L), views.write(after));
    }
}
