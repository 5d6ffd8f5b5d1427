package vn.tthc.intake.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;

/**
 * Keys of forms that are gone. Each is noted together with the going of its form, so that a crash leaves no key behind, and
 * goes after it, because the vault writes by itself.
 */
final class DraftKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DraftKeys.class);
    private static final String KEYS = "kept_draft_keys";
    private static final String BY_MOMENT = "by_moment";

    static final CollectionSpec COLLECTION = new CollectionSpec(KEYS, List.of(new Index(BY_MOMENT, List.of(), "gone")));

    private final DocumentStore documents;
    private final PersonVault vault;

    DraftKeys(DocumentStore documents, PersonVault vault) {
        this.documents = documents;
        this.vault = vault;
    }

    /** Notes, with the write that removes a form, that its key is to go. */
    static void gone(DocumentWriter writer, String key, Instant now) {
        long version = writer.get(KEYS, key).map(Document::version).orElse(0L);
        writer.put(KEYS, key, version, "{}", Map.of("gone", Drafts.micros(now)));
    }

    /** Discards a key that was noted. What was answered stays answered: one that cannot go now stays noted. */
    void discard(String key, Instant now) {
        try {
            documents.get(KEYS, key).ifPresent(noted -> discard(noted, now));
        } catch (RuntimeException failed) {
            LOG.warn("the key of a form that is gone stays until the next sweep", failed);
        }
    }

    /**
     * Discards some of the keys that were noted, the first first. One that cannot go now goes to the end, so that it holds
     * up no other.
     *
     * @return how many it tried
     */
    int sweep(int most, Instant now) {
        List<Document> keys = documents
                .find(new Find(KEYS, BY_MOMENT, Map.of(), null, null, false, null, most))
                .documents();
        keys.forEach(key -> discard(key, now));
        return keys.size();
    }

    private void discard(Document key, Instant now) {
        try {
            vault.discard(key.id());
        } catch (RuntimeException failed) {
            LOG.warn("the key of a form that is gone stays until a later sweep", failed);
            documents.write(writer -> {
                gone(writer, key.id(), now);
                return false;
            });
            return;
        }
        documents.write(writer -> {
            writer.delete(KEYS, key.id());
            return true;
        });
    }
}
