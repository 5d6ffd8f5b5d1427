package vn.tthc.intake.forms;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.forms.Fields;
import vn.tthc.intake.domain.DossierState.Filing;

/** Who filed a dossier and whose it is, as a form names them. An imported dossier names nobody. */
final class Parties {
    private final Grounds grounds;
    private final PersonalData persons;

    Parties(Grounds grounds, PersonalData persons) {
        this.grounds = grounds;
        this.persons = persons;
    }

    private @Nullable Party filedBy() {
        Filing filing = grounds.dossier().state().filing();
        return filing == null ? null : filing.applicant();
    }

    /** Name and how to reach the applicant. */
    void applicant(Fields fields, String vi, String en) {
        Party party = filedBy();
        fields.add("applicant.name", vi, en, party == null ? null : open(party, "applicant", Field.NAME));
        fields.add(
                "applicant.identityNumber",
                "Số CCCD/mã số thuế",
                "Identity or tax number",
                party == null ? null : open(party, "applicant", Field.IDENTITY_NUMBER));
        fields.add("applicant.address", "Địa chỉ", "Address", address());
        fields.add("applicant.phone", "Số điện thoại", "Phone", phone());
        fields.add("applicant.email", "Email", "E-mail", party == null ? null : open(party, "applicant", Field.EMAIL));
    }

    /** Whose matter it is, when it is not the applicant's own. */
    void owner(Fields fields) {
        Filing filing = grounds.dossier().state().filing();
        if (filing != null && filing.owner() != null) {
            fields.add("owner.name", "Chủ hồ sơ", "Owner", open(filing.owner(), "owner", Field.NAME));
        }
    }

    /** Name of whose matter it is. */
    @Nullable
    String subject() {
        Filing filing = grounds.dossier().state().filing();
        if (filing == null) {
            return null;
        }
        return filing.owner() == null
                ? open(filing.applicant(), "applicant", Field.NAME)
                : open(filing.owner(), "owner", Field.NAME);
    }

    /** The applicant's address. */
    @Nullable
    String address() {
        Party party = filedBy();
        return party == null ? null : open(party, "applicant", Field.ADDRESS);
    }

    /** The applicant's phone number. */
    @Nullable
    String phone() {
        Party party = filedBy();
        return party == null ? null : open(party, "applicant", Field.PHONE);
    }

    private enum Field {
        NAME,
        IDENTITY_NUMBER,
        PHONE,
        EMAIL,
        ADDRESS
    }

    private @Nullable String open(Party party, String role, Field field) {
        String by = grounds.filedBy();
        return switch (field) {
            case NAME -> persons.open(party.name(), by, role + ".name");
            case IDENTITY_NUMBER -> persons.open(party.identityNumber(), by, role + ".identityNumber");
            case PHONE -> persons.open(party.phone(), by, role + ".phone");
            case EMAIL -> persons.open(party.email(), by, role + ".email");
            case ADDRESS -> persons.open(party.address(), by, role + ".address");
        };
    }
}
