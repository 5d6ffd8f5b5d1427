package vn.tthc.intake.submission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.web.Problem;

/**
 * Drafts of filings (bản nháp), each with the account it belongs to. A draft is nobody's fact yet, so it is no event: it is
 * a document, its form sealed under a key of its own, that is gone when its time is over. What is over is neither shown nor
 * filed, and is removed when the next draft is saved.
 */
@Component
class Drafts {
    private static final String DRAFTS = "kept_drafts";
    private static final String BY_OWNER = "by_owner";
    private static final String BY_EXPIRY = "by_expiry";
    private static final String COMMAND = "draft";
    private static final String FORM = "form";
    private static final int MOST = 50;
    private static final int SWEPT = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;
    private final PersonVault vault;
    private final IntakeProperties properties;
    private final Now now;

    Drafts(DocumentStore documents, PersonVault vault, IntakeProperties properties, Now now) {
        this.documents = documents;
        this.vault = vault;
        this.properties = properties;
        this.now = now;
        documents.declare(List.of(new CollectionSpec(
                DRAFTS,
                List.of(new Index(BY_OWNER, List.of("owner"), "saved"), new Index(BY_EXPIRY, List.of(), "expires")))));
    }

    /**
     * A draft.
     *
     * @param id its id
     * @param owner account it belongs to
     * @param form sealed form, null once it was filed
     * @param savedAt when it was saved last
     * @param expiresAt from when it is gone
     * @param dossier the dossier it became, null while it is a draft
     */
    record Draft(
            String id,
            String owner,
            @Nullable Sealed form,
            Instant savedAt,
            Instant expiresAt,
            @Nullable String dossier) {}

    /**
     * Saves a new one.
     *
     * @throws Problem 409 when the account has too many
     */
    Draft save(String owner, String form) {
        String id = UUID.randomUUID().toString();
        String key = vault.newPerson();
        return documents.write(writer -> {
            sweep(writer);
            if (ofOwner(writer, owner).size() >= MOST) {
                throw new Problem(DraftProblem.DRAFTS_TOO_MANY, 409, null, Map.of("most", String.valueOf(MOST)));
            }
            return put(writer, id, owner, sealed(key, id, form), null);
        });
    }

    /**
     * Puts another form in its place; its time begins anew.
     *
     * @throws Problem 409 when it was filed
     */
    Draft replace(Draft draft, String form) {
        return documents.write(writer -> {
            Sealed before = get(writer, draft.id()).map(Draft::form).orElse(null);
            if (before == null) {
                throw new Problem(DraftProblem.DRAFT_SUBMITTED, 409, null, Map.of());
            }
            return put(writer, draft.id(), draft.owner(), sealed(before.person(), draft.id(), form), null);
        });
    }

    /** Notes the dossier it became; the form is kept no longer. */
    void filed(Draft draft, String dossier) {
        documents.write(writer -> put(writer, draft.id(), draft.owner(), null, dossier));
    }

    /** Removes it; once more changes nothing. */
    void delete(Draft draft) {
        documents.write(writer -> {
            writer.delete(DRAFTS, draft.id());
            return true;
        });
    }

    /** The draft of that id whose time is not over. */
    Optional<Draft> find(String id) {
        return get(documents, id);
    }

    /** The drafts of an account, what was saved last first. */
    List<Draft> ofOwner(String owner) {
        return ofOwner(documents, owner);
    }

    /** The form of one that was not filed. */
    Optional<String> form(Draft draft) {
        return draft.form() == null
                ? Optional.empty()
                : vault.open(draft.form(), StreamId.dossier(draft.id()), COMMAND, FORM);
    }

    private Sealed sealed(String key, String id, String form) {
        return vault.seal(key, StreamId.dossier(id), COMMAND, FORM, form);
    }

    private Optional<Draft> get(DocumentReader reader, String id) {
        return reader.get(DRAFTS, id).map(Drafts::read).filter(this::lives);
    }

    private List<Draft> ofOwner(DocumentReader reader, String owner) {
        return reader
                .find(new Find(DRAFTS, BY_OWNER, Map.of("owner", owner), null, null, true, null, 2 * MOST))
                .documents()
                .stream()
                .map(Drafts::read)
                .filter(this::lives)
                .toList();
    }

    private boolean lives(Draft draft) {
        return draft.expiresAt().isAfter(now.instant());
    }

    private static Draft read(Document document) {
        return JSON.readValue(document.json(), Draft.class);
    }

    private void sweep(DocumentWriter writer) {
        writer.find(new Find(DRAFTS, BY_EXPIRY, Map.of(), null, micros(now.instant()) + 1, false, null, SWEPT))
                .documents()
                .forEach(document -> writer.delete(DRAFTS, document.id()));
    }

    private Draft put(DocumentWriter writer, String id, String owner, @Nullable Sealed form, @Nullable String dossier) {
        Instant at = now.instant();
        Draft draft = new Draft(id, owner, form, at, at.plus(properties.draftsKept()), dossier);
        long version = writer.get(DRAFTS, id).map(Document::version).orElse(0L);
        writer.put(
                DRAFTS,
                id,
                version,
                JSON.writeValueAsString(draft),
                Map.of("owner", owner, "saved", micros(at), "expires", micros(draft.expiresAt())));
        return draft;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
