package vn.tthc.query.person;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.query.dossierview.ViewJson;

/**
 * The persons of a dossier, sealed as they came.
 *
 * @param dossier id of the dossier
 * @param commandId the command their seals are bound to
 * @param applicant who filed
 * @param owner whose matter it is, when somebody else's
 * @param returnAddress where the result is to go
 * @param authorityNumber number of the paper by which the applicant acts for the owner, when by one
 */
record PersonCard(
        String dossier,
        String commandId,
        Party applicant,
        @Nullable Party owner,
        @Nullable Sealed returnAddress,
        @Nullable Sealed authorityNumber) {
    static final String COLLECTION = "dossier_persons";

    /** The card of a dossier; an imported one has none. */
    static Optional<PersonCard> get(DocumentReader documents, String dossier) {
        return documents.get(COLLECTION, dossier).map(document -> ViewJson.read(document.json(), PersonCard.class));
    }

    /** A party with the first part of its fields' names. */
    record Part(String role, Party party) {}

    List<Part> parts() {
        return Stream.of(new Part("applicant", applicant), owner == null ? null : new Part("owner", owner))
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
