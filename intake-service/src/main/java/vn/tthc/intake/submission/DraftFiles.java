package vn.tthc.intake.submission;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.blob.BlobHolder;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;

/** The files that drafts name. A form is sealed and read by nobody, so they are noted beside it, each until its draft ends. */
@Component
class DraftFiles implements BlobHolder {
    private static final String FILES = "kept_draft_files";
    private static final String BY_HASH = "by_hash";
    private static final String BY_EXPIRY = "by_expiry";
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    static final CollectionSpec COLLECTION = new CollectionSpec(
            FILES, List.of(new Index(BY_HASH, List.of("hash"), "expires"), new Index(BY_EXPIRY, List.of(), "expires")));

    private final DocumentStore documents;
    private final Now now;
    private volatile boolean whole;

    DraftFiles(DocumentStore documents, Now now) {
        this.documents = documents;
        this.now = now;
        documents.declare(List.of(COLLECTION));
    }

    /** The hashes in a form, wherever in it: a draft need not have the shape of a filing yet. */
    static List<String> in(String form) {
        Set<String> hashes = new LinkedHashSet<>();
        for (Matcher hash = HASH.matcher(form); hash.find(); ) {
            hashes.add(hash.group());
        }
        return List.copyOf(hashes);
    }

    /** Notes, with the write that keeps a draft, what it names and until when it does. */
    static void note(DocumentWriter writer, Drafts.Draft draft) {
        for (String hash : draft.files()) {
            String id = id(draft, hash);
            long version = writer.get(FILES, id).map(Document::version).orElse(0L);
            writer.put(FILES, id, version, "{}", Map.of("hash", hash, "expires", Drafts.micros(draft.expiresAt())));
        }
    }

    /** Takes the notes away with the draft, or with its form. */
    static void gone(DocumentWriter writer, Drafts.Draft draft) {
        draft.files().forEach(hash -> writer.delete(FILES, id(draft, hash)));
    }

    /**
     * Takes away some notes of what is over: of files that were in an earlier form of a draft.
     *
     * @return how many
     */
    static int sweep(DocumentWriter writer, int most, Instant now) {
        List<Document> over = writer.find(
                        new Find(FILES, BY_EXPIRY, Map.of(), null, Drafts.micros(now) + 1, false, null, most))
                .documents();
        over.forEach(document -> writer.delete(FILES, document.id()));
        return over.size();
    }

    /** From now on every draft that names files is noted; until this is said every file counts as held. */
    void whole() {
        whole = true;
    }

    @Override
    public boolean holds(String hash) {
        return !whole || isNoted(hash);
    }

    private boolean isNoted(String hash) {
        return !documents
                .find(new Find(
                        FILES, BY_HASH, Map.of("hash", hash), Drafts.micros(now.instant()) + 1, null, false, null, 1))
                .documents()
                .isEmpty();
    }

    private static String id(Drafts.Draft draft, String hash) {
        return draft.id() + "@" + hash;
    }
}
