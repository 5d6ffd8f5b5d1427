package vn.tthc.query.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Sealed;
import vn.tthc.platform.person.Masking;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.query.QueryPermission;

/** The persons of a dossier, every field in plain text or masked as the caller's permissions say. */
@Component
public class Persons {
    private static final String RETURN_ADDRESS = "returnWish.address";
    private static final String AUTHORITY_NUMBER = "authority.number";

    private final DocumentStore documents;
    private final Opener opener;

    Persons(DocumentStore documents, Opener opener) {
        this.documents = documents;
        this.opener = opener;
    }

    /**
     * What is shown.
     *
     * @param applicant who filed
     * @param owner whose matter it is, when somebody else's
     * @param returnAddress where the result is to go
     * @param authorityNumber number of the paper by which the applicant acts for the owner, when by one
     * @param plain names of the fields that are there in plain text
     */
    public record Shown(
            PersonView applicant,
            @Nullable PersonView owner,
            @Nullable String returnAddress,
            @Nullable String authorityNumber,
            List<String> plain) {

        @Override
        public String toString() {
            return "Shown[***, " + plain + "]";
        }
    }

    /**
     * The persons of a dossier; empty when none are known.
     *
     * @param plain says which permissions the caller has; without one its fields are masked
     */
    public Optional<Shown> of(String dossier, Predicate<QueryPermission> plain) {
        return PersonCard.get(documents, dossier).map(card -> shown(card, plain));
    }

    private Shown shown(PersonCard card, Predicate<QueryPermission> plain) {
        List<String> told = new ArrayList<>();
        Map<String, PersonView> views = new HashMap<>();
        for (PersonCard.Part part : card.parts()) {
            views.put(part.role(), view(card, part, plain, told));
        }
        return new Shown(
                views.getOrDefault("applicant", new PersonView(null, null, null, null, null, false)),
                views.get("owner"),
                returnAddress(card, plain, told),
                authorityNumber(card, plain, told),
                told);
    }

    private @Nullable String returnAddress(PersonCard card, Predicate<QueryPermission> plain, List<String> told) {
        return single(
                card,
                new Single(card.returnAddress(), RETURN_ADDRESS, QueryPermission.READ_CONTACT, Masking::address),
                plain,
                told);
    }

    private @Nullable String authorityNumber(PersonCard card, Predicate<QueryPermission> plain, List<String> told) {
        return single(
                card,
                new Single(
                        card.authorityNumber(),
                        AUTHORITY_NUMBER,
                        QueryPermission.READ_IDENTITY,
                        Masking::identityNumber),
                plain,
                told);
    }

    /** A sealed text that stands for itself. */
    private record Single(
            @Nullable Sealed sealed, String name, QueryPermission permission, UnaryOperator<@Nullable String> mask) {}

    private @Nullable String single(
            PersonCard card, Single field, Predicate<QueryPermission> plain, List<String> told) {
        Sealed sealed = field.sealed();
        if (sealed == null) {
            return null;
        }
        String text = opener.open(sealed, card.dossier(), card.commandId(), field.name());
        if (text == null) {
            return opener.isForgotten(sealed.person()) ? Applicants.ERASED : null;
        }
        if (!plain.test(field.permission())) {
            return field.mask().apply(text);
        }
        told.add(field.name());
        return text;
    }

    private PersonView view(
            PersonCard card, PersonCard.Part part, Predicate<QueryPermission> plain, List<String> told) {
        boolean erased = opener.isForgotten(part.party().person());
        Map<PersonField, String> texts = new EnumMap<>(PersonField.class);
        for (PersonField field : PersonField.values()) {
            Sealed sealed = field.of(part.party());
            String name = part.role() + "." + field.field();
            String text = opener.open(sealed, card.dossier(), card.commandId(), name);
            if (sealed != null && erased) {
                texts.put(field, Applicants.ERASED);
            } else if (text != null) {
                boolean open = plain.test(field.plain());
                if (open) {
                    told.add(name);
                }
                String shown = open ? text : field.masked(text);
                if (shown != null) {
                    texts.put(field, shown);
                }
            }
        }
        return new PersonView(
                texts.get(PersonField.NAME),
                texts.get(PersonField.IDENTITY_NUMBER),
                texts.get(PersonField.PHONE),
                texts.get(PersonField.EMAIL),
                texts.get(PersonField.ADDRESS),
                erased);
    }
}
