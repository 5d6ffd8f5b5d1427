package vn.tthc.processing.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.processing.domain.CaseState;

/** Which open cases concern an agency or an officer: a document per pair. */
@Component
public class OpenCases implements Projection {
    private static final String COLLECTION = "open_cases";
    private static final String BY_CASE = "by_case";
    private static final String BY_WHOM = "by_whom";
    private static final int MOST = 1000;

    private final CaseReader cases;

    OpenCases(CaseReader cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "open-cases";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CASE);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index(BY_CASE, List.of("dossier"), "whom"),
                        new Index(BY_WHOM, List.of("whom"), "dossier"))));
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        StreamId stream = StreamId.parse(event.envelope().stream());
        if (stream.type() != StreamType.CASE) {
            return;
        }
        String dossier = stream.id();
        Set<String> wanted = whom(cases.upTo(stream, event.envelope().version()));
        Find before = new Find(COLLECTION, BY_CASE, Map.of("dossier", dossier), null, null, false, null, MOST);
        for (Document document : documents.find(before).documents()) {
            if (!wanted.remove(document.json())) {
                documents.delete(COLLECTION, document.id());
            }
        }
        for (String whom : wanted) {
            Map<String, @Nullable Object> indexed = new HashMap<>();
            indexed.put("dossier", dossier);
            indexed.put("whom", whom);
            documents.put(COLLECTION, dossier + "/" + whom, 0, whom, indexed);
        }
    }

    private static Set<String> whom(CaseState state) {
        Set<String> whom = new TreeSet<>();
        if (state instanceof CaseState.Live live && live.endedAt() == null) {
            Agencies.concerned(live).forEach(agency -> whom.add(agency(agency)));
            whom.add(agency(live.custody().agency().id()));
            Optional.ofNullable(live.stay().officer()).ifPresent(officer -> whom.add(officer(officer)));
        }
        return whom;
    }

    private static String agency(String id) {
        return "agency/" + id;
    }

    private static String officer(String account) {
        return "officer/" + account;
    }

    /** Dossiers of the open cases that concern an agency, all of them. */
    public List<String> ofAgency(DocumentReader documents, String agency) {
        return all(documents, agency(agency));
    }

    /** Dossiers of the open cases whose current step is an officer's, all of them. */
    public List<String> ofOfficer(DocumentReader documents, String officer) {
        return all(documents, officer(officer));
    }

    private static List<String> all(DocumentReader documents, String whom) {
        List<String> dossiers = new ArrayList<>();
        String after = null;
        do {
            Page page =
                    documents.find(new Find(COLLECTION, BY_WHOM, Map.of("whom", whom), null, null, false, after, MOST));
            page.documents()
                    .forEach(document -> dossiers.add(
                            document.id().substring(0, document.id().indexOf('/'))));
            after = page.next();
        } while (after != null);
        return dossiers;
    }
}
