package vn.tthc.intake.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.tthc.platform.store.Page;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;

/**
 * Drafts of filings (bản nháp), each with the account it belongs to. A draft is nobody's fact yet, so it is no event: it is
 * a document, its form sealed under a key of its own, that is gone when its time is over. What is over is neither shown nor
 * filed, and is removed by the next sweep.
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

    /** Longer than every wait of a command together: what is not in the log by then will not come. */
    private static final Duration LONGEST_FILING = Duration.ofMinutes(2);

    /** How long a draft that was sent stays at the least, so that who tries again hears which dossier it became. */
    private static final Duration FILING_KNOWN = Duration.ofDays(1);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;
    private final PersonVault vault;
    private final IntakeProperties properties;
    private final Now now;
    private final DraftKeys keys;

    Drafts(DocumentStore documents, PersonVault vault, IntakeProperties properties, Now now) {
        this.documents = documents;
        this.vault = vault;
        this.properties = properties;
        this.now = now;
        this.keys = new DraftKeys(documents, vault);
        documents.declare(List.of(
                new CollectionSpec(
                        DRAFTS,
                        List.of(
                                new Index(BY_OWNER, List.of("owner"), "saved"),
                                new Index(BY_EXPIRY, List.of(), "expires"))),
                DraftKeys.COLLECTION,
                DraftFiles.COLLECTION));
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
     * @param filingUntil till when it may be on its way into the log and is not changed, null when nobody files it
     * @param files hashes of the files its form names
     */
    record Draft(
            String id,
            String owner,
            @Nullable Sealed form,
            Instant savedAt,
            Instant expiresAt,
            @Nullable String dossier,
            @Nullable Instant filingUntil,
            List<String> files) {
        Draft {
            // Drafts kept before files were noted have none.
            files = files == null ? List.of() : List.copyOf(files);
        }

        private Draft naming(List<String> named) {
            return new Draft(id, owner, form, savedAt, expiresAt, dossier, filingUntil, named);
        }

        /** The same, there until then at the least. */
        private Draft until(Instant least) {
            return expiresAt.isBefore(least)
                    ? new Draft(id, owner, form, savedAt, least, dossier, filingUntil, files)
                    : this;
        }
    }

    /**
     * A draft marked as being filed.
     *
     * @param draft as it is filed
     * @param alone whether nobody else was filing it
     */
    record Filing(Draft draft, boolean alone) {}

    /**
     * Saves a new one.
     *
     * @throws Problem 409 when the account has too many
     */
    Draft save(String owner, String form) {
        // Asked first as well, for a key that is made is kept and published.
        roomFor(documents, owner);
        String id = UUID.randomUUID().toString();
        String key = vault.newPerson();
        try {
            return documents.write(writer -> {
                roomFor(writer, owner);
                return put(writer, fresh(id, owner, sealed(key, id, form), form), 0);
            });
        } catch (Problem refused) {
            vault.discard(key);
            throw refused;
        }
    }

    /**
     * Puts another form in its place; its time begins anew.
     *
     * @param draft as it was before the log was asked whether it was filed: who has begun to file it since may have taken
     *     the form that would be replaced
     * @throws Problem 404 when it is gone, 409 when it was filed, 503 while it is being filed
     */
    Draft replace(Draft draft, String form) {
        return documents.write(writer -> {
            Kept kept = kept(writer, draft.id()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
            Sealed before = kept.draft().form();
            if (before == null) {
                throw new Problem(DraftProblem.DRAFT_SUBMITTED, 409, null, Map.of());
            }
            Instant filing = kept.draft().filingUntil();
            if (isBeingFiled(kept.draft()) || !Objects.equals(filing, draft.filingUntil())) {
                throw new Problem(CommonProblem.OVERLOADED);
            }
            Draft replaced = fresh(draft.id(), draft.owner(), sealed(before.person(), draft.id(), form), form);
            return put(writer, replaced, kept.version());
        });
    }

    /**
     * Marks it before its command is sent, so that the form that is filed is the one that stays; empty when it was filed.
     *
     * @throws Problem 404 when it is gone
     */
    Optional<Filing> filing(Draft draft) {
        return documents.write(writer -> {
            Kept kept = kept(writer, draft.id()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
            if (kept.draft().form() == null) {
                return Optional.empty();
            }
            Instant before = kept.draft().filingUntil();
            Instant until = now.instant().plus(LONGEST_FILING);
            // No two marks are alike, so that each is taken back by whoever made it alone.
            Instant mark = before == null || until.isAfter(before) ? until : before.plusMillis(1);
            Draft marked = put(writer, marked(kept.draft(), mark).until(mark.plus(FILING_KNOWN)), kept.version());
            return Optional.of(new Filing(marked, !isBeingFiled(kept.draft())));
        });
    }

    /** It was refused and can be changed at once, unless somebody else files it too. */
    void refused(Filing filing) {
        documents.write(writer -> kept(writer, filing.draft().id())
                .filter(kept -> filing.alone()
                        && Objects.equals(
                                kept.draft().filingUntil(), filing.draft().filingUntil()))
                .map(kept -> put(writer, marked(kept.draft(), null), kept.version())));
    }

    /**
     * Notes the dossier it became, however late; the form is kept no longer. Empty when it is gone, and then it stays gone.
     */
    Optional<Draft> filed(Draft draft, String dossier) {
        Optional<Draft> filed =
                documents.write(writer -> stored(writer, draft.id()).map(kept -> {
                    Draft before = kept.draft();
                    if (before.dossier() != null) {
                        return before;
                    }
                    formGoes(writer, before);
                    Instant at = now.instant();
                    Instant expires = at.plus(properties.draftsKept());
                    return put(
                            writer,
                            new Draft(before.id(), before.owner(), null, at, expires, dossier, null, List.of()),
                            kept.version());
                }));
        discardKey(draft);
        return filed;
    }

    /** Removes it; once more changes nothing. */
    void delete(Draft draft) {
        documents.write(writer -> {
            writer.get(DRAFTS, draft.id()).ifPresent(document -> remove(writer, document));
            return true;
        });
        discardKey(draft);
    }

    /**
     * Removes some of what is over, with its keys.
     *
     * @return whether there may be more
     */
    boolean sweep() {
        int removed = documents.write(writer -> {
            List<Document> over = writer.find(
                            new Find(DRAFTS, BY_EXPIRY, Map.of(), null, micros(now.instant()) + 1, false, null, SWEPT))
                    .documents();
            over.forEach(document -> remove(writer, document));
            return Math.max(over.size(), DraftFiles.sweep(writer, SWEPT, now.instant()));
        });
        return keys.sweep(SWEPT, now.instant()) == SWEPT || removed == SWEPT;
    }

    /**
     * Notes the files of drafts that were saved before files were noted; it looks at every draft once.
     *
     * @throws RuntimeException when it could not look at all of them
     */
    void noteOlder() {
        String after = null;
        do {
            Page page = documents.find(new Find(DRAFTS, BY_EXPIRY, Map.of(), null, null, false, after, SWEPT));
            page.documents().stream()
                    .filter(document -> !JSON.readTree(document.json()).has("files"))
                    .forEach(this::note);
            after = page.next();
        } while (after != null);
    }

    private void note(Document older) {
        Draft draft = read(older);
        List<String> files = form(draft).map(DraftFiles::in).orElse(List.of());
        documents.write(writer -> stored(writer, draft.id())
                // Who has changed it meanwhile has noted them.
                .filter(kept -> kept.version() == older.version())
                .map(kept -> put(writer, draft.naming(files), kept.version())));
    }

    private void remove(DocumentWriter writer, Document document) {
        writer.delete(DRAFTS, document.id());
        formGoes(writer, read(document));
    }

    private void formGoes(DocumentWriter writer, Draft draft) {
        DraftFiles.gone(writer, draft);
        if (draft.form() != null) {
            DraftKeys.gone(writer, draft.form().person(), now.instant());
        }
    }

    private void discardKey(Draft draft) {
        if (draft.form() != null) {
            keys.discard(draft.form().person(), now.instant());
        }
    }

    /** The draft of that id whose time is not over. */
    Optional<Draft> find(String id) {
        return kept(documents, id).map(Kept::draft);
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

    private void roomFor(DocumentReader reader, String owner) {
        if (ofOwner(reader, owner).size() >= MOST) {
            throw new Problem(DraftProblem.DRAFTS_TOO_MANY, 409, null, Map.of("most", String.valueOf(MOST)));
        }
    }

    private Sealed sealed(String key, String id, String form) {
        return vault.seal(key, StreamId.dossier(id), COMMAND, FORM, form);
    }

    /** A draft with the version of its document, which a change of it is made against. */
    private record Kept(Draft draft, long version) {}

    private Optional<Kept> kept(DocumentReader reader, String id) {
        return stored(reader, id).filter(kept -> lives(kept.draft()));
    }

    private static Optional<Kept> stored(DocumentReader reader, String id) {
        return reader.get(DRAFTS, id).map(document -> new Kept(read(document), document.version()));
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

    private boolean isBeingFiled(Draft draft) {
        return draft.filingUntil() != null && draft.filingUntil().isAfter(now.instant());
    }

    private Draft fresh(String id, String owner, Sealed sealed, String form) {
        Instant at = now.instant();
        return new Draft(id, owner, sealed, at, at.plus(properties.draftsKept()), null, null, DraftFiles.in(form));
    }

    private static Draft marked(Draft draft, @Nullable Instant filingUntil) {
        return new Draft(
                draft.id(),
                draft.owner(),
                draft.form(),
                draft.savedAt(),
                draft.expiresAt(),
                draft.dossier(),
                filingUntil,
                draft.files());
    }

    private static Draft read(Document document) {
        return JSON.readValue(document.json(), Draft.class);
    }

    private static Draft put(DocumentWriter writer, Draft draft, long version) {
        writer.put(
                DRAFTS,
                draft.id(),
                version,
                JSON.writeValueAsString(draft),
                Map.of("owner", draft.owner(), "saved", micros(draft.savedAt()), "expires", micros(draft.expiresAt())));
        DraftFiles.note(writer, draft);
        return draft;
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
