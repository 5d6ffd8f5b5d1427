package vn.tthc.query.person;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.platform.person.Masking;
import vn.tthc.query.QueryPermission;

/** What is known of a person: who may read it in plain text, and how it is masked for everybody else. */
enum PersonField {
    NAME("name", QueryPermission.READ_CONTACT),
    IDENTITY_NUMBER("identityNumber", QueryPermission.READ_IDENTITY),
    PHONE("phone", QueryPermission.READ_CONTACT),
    EMAIL("email", QueryPermission.READ_CONTACT),
    ADDRESS("address", QueryPermission.READ_CONTACT);

    private final String field;
    private final QueryPermission plain;

    PersonField(String field, QueryPermission plain) {
        this.field = field;
        this.plain = plain;
    }

    /** Its name in events and answers. */
    String field() {
        return field;
    }

    /** What one needs to read it in plain text. */
    QueryPermission plain() {
        return plain;
    }

    @Nullable
    Sealed of(Party party) {
        return switch (this) {
            case NAME -> party.name();
            case IDENTITY_NUMBER -> party.identityNumber();
            case PHONE -> party.phone();
            case EMAIL -> party.email();
            case ADDRESS -> party.address();
        };
    }

    @Nullable
    String masked(@Nullable String text) {
        return switch (this) {
            case NAME -> Masking.name(text);
            case IDENTITY_NUMBER -> Masking.identityNumber(text);
            case PHONE -> Masking.phone(text);
            case EMAIL -> Masking.email(text);
            case ADDRESS -> Masking.address(text);
        };
    }
}
