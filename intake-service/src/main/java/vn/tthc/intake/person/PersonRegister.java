package vn.tthc.intake.person;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.person.KeyedHashes;
import vn.tthc.platform.person.PersonTexts;
import vn.tthc.platform.person.PersonTraces;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;

/**
 * Who is who: the same identity number is the same person, found by a keyed hash of it; and which dossiers a person is
 * in. It is kept outside the log, so that it can be erased.
 */
@Component
public class PersonRegister implements PersonTraces {
    private static final String IDENTITIES = "kept_person_identities";
    private static final String DOSSIERS = "kept_person_dossiers";
    private static final String OTHERS = "kept_person_others";
    private static final String BY_PERSON = "by_person";
    private static final String PURPOSE = "identity";
    private static final int PAGE = 500;

    /** A dossier that was to be filed and is not there after so long never will be. */
    private static final Duration BEING_FILED = Duration.ofHours(1);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;
    private final PersonVault vault;
    private final KeyedHashes hashes;
    private final Now now;

    PersonRegister(DocumentStore documents, PersonVault vault, KeyedHashes hashes, Now now) {
        this.documents = documents;
        this.vault = vault;
        this.hashes = hashes;
        this.now = now;
        documents.declare(List.of(
                new CollectionSpec(IDENTITIES, List.of(new Index(BY_PERSON, List.of("person"), "since"))),
                new CollectionSpec(DOSSIERS, List.of(new Index(BY_PERSON, List.of("person"), "since"))),
                new CollectionSpec(OTHERS, List.of(new Index(BY_PERSON, List.of("person"), "since")))));
    }

    /**
     * An identity as stored.
     *
     * @param leaving whether the person's erasure has been decided: whoever files from now on is somebody new
     */
    record Identity(String person, boolean leaving) {}

    /**
     * A dossier a person is in, or was about to be.
     *
     * @param dossier its id
     * @param since when it was first told
     */
    public record Membership(String dossier, Instant since) {
        /** Whether it may still be on its way into the log, when it is not there. */
        public boolean beingFiled(Instant now) {
            return since.plus(BEING_FILED).isAfter(now);
        }
    }

    /**
     * The person of an identity number, known or new, noted as one of this dossier's.
     *
     * @param identityNumber as it was typed; without one it is always somebody new
     * @return the person's id, with a key
     */
    String enrol(@Nullable String identityNumber, String dossier) {
        List<String> ids = ids(identityNumber);
        while (true) {
            Optional<String> known = find(documents, ids);
            // Its key is written by the writer, so it is made before the writer is at work here.
            String person = known.orElseGet(vault::newPerson);
            Optional<String> enrolled = documents.write(writer -> {
                Optional<String> present = find(writer, ids);
                if (known.isPresent() && !present.equals(known)) {
                    return Optional.empty();
                }
                return Optional.of(enrol(writer, ids, present.orElse(person), dossier));
            });
            if (enrolled.isPresent()) {
                return enrolled.get();
            }
        }
    }

    private String enrol(DocumentWriter writer, List<String> ids, String person, String dossier) {
        Instant at = now.instant();
        if (!ids.isEmpty()) {
            put(writer, IDENTITIES, ids.getFirst(), new Identity(person, false), person, at);
        }
        put(writer, DOSSIERS, person + "/" + dossier, new Membership(dossier, at), person, at);
        return person;
    }

    private List<String> ids(@Nullable String identityNumber) {
        String number = identityNumber == null ? "" : PersonTexts.identityNumber(identityNumber);
        return number.isEmpty() ? List.of() : hashes.every(PURPOSE, number);
    }

    /** Those who leave are not found. */
    private static Optional<String> find(DocumentReader reader, List<String> ids) {
        return ids.stream()
                .flatMap(id -> reader.get(IDENTITIES, id).stream())
                .map(document -> JSON.readValue(document.json(), Identity.class))
                .filter(identity -> !identity.leaving())
                .map(Identity::person)
                .findFirst();
    }

    /** The person of an identity number, also one who is leaving; empty when nobody has it. */
    public Optional<String> person(String identityNumber) {
        return ids(identityNumber).stream()
                .flatMap(id -> documents.get(IDENTITIES, id).stream())
                .map(document -> JSON.readValue(document.json(), Identity.class).person())
                .findFirst();
    }

    /** Notes that another service knows the same person by an id of its own, so that both are erased together. */
    public void noteOther(String person, String other) {
        documents.write(writer -> {
            put(writer, OTHERS, other, Map.of(), person, now.instant());
            return true;
        });
    }

    /** The ids by which other services know a person. */
    public List<String> others(String person) {
        return all(documents, OTHERS, person).stream().map(Document::id).toList();
    }

    /** The dossiers a person is in. */
    public List<Membership> dossiers(String person) {
        return all(documents, DOSSIERS, person).stream()
                .map(document -> JSON.readValue(document.json(), Membership.class))
                .toList();
    }

    /** The dossiers a person came into last, newest first, at most so many. */
    public List<String> newest(String person, int limit) {
        return documents
                .find(new Find(DOSSIERS, BY_PERSON, Map.of("person", person), null, null, true, null, limit))
                .documents()
                .stream()
                .map(document ->
                        JSON.readValue(document.json(), Membership.class).dossier())
                .toList();
    }

    /**
     * Lets a person go, if it is still in so many dossiers: from now on the same identity number is somebody new.
     *
     * @return whether it was so
     */
    public boolean leave(String person, int dossiers) {
        return documents.write(writer -> {
            if (all(writer, DOSSIERS, person).size() != dossiers) {
                return false;
            }
            for (Document identity : all(writer, IDENTITIES, person)) {
                put(writer, IDENTITIES, identity.id(), new Identity(person, true), person, now.instant());
            }
            return true;
        });
    }

    @Override
    public void drop(String person) {
        documents.write(writer -> {
            for (String collection : List.of(IDENTITIES, DOSSIERS, OTHERS)) {
                all(writer, collection, person).forEach(document -> writer.delete(collection, document.id()));
            }
            return true;
        });
    }

    /** The register follows from no event: without this a number would lead to somebody whose key is gone. */
    @Override
    public void dropRestored(String person) {
        drop(person);
    }

    private static List<Document> all(DocumentReader reader, String collection, String person) {
        List<Document> all = new ArrayList<>();
        String after = null;
        do {
            var page = reader.find(
                    new Find(collection, BY_PERSON, Map.of("person", person), null, null, false, after, PAGE));
            all.addAll(page.documents());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static void put(
            DocumentWriter writer, String collection, String id, Object value, String person, Instant since) {
        Optional<Document> before = writer.get(collection, id);
        writer.put(
                collection,
                id,
                before.map(Document::version).orElse(0L),
                JSON.writeValueAsString(value),
                Map.of("person", person, "since", ChronoUnit.MICROS.between(Instant.EPOCH, since)));
    }
}
