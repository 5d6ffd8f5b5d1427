package vn.tthc.intake.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.platform.person.PersonVault;

/** Seals parties for the command that records them, and anew for one that copies them: a seal holds in one place only. */
@Component
public class PartySealer {
    private final PersonVault vault;
    private final PersonRegister register;

    PartySealer(PersonVault vault, PersonRegister register) {
        this.vault = vault;
        this.register = register;
    }

    /**
     * A command in which something sealed stands.
     *
     * @param stream its stream
     * @param commandId its id
     */
    public record Place(StreamId stream, String commandId) {}

    /**
     * The person a request tells of, with the data it tells: one we know when the identity number is known.
     *
     * @param place in a dossier's stream
     * @param role first part of the fields' names, such as {@code applicant}
     */
    public Party seal(PersonBody body, Place place, String role) {
        String person = register.enrol(body.identityNumber(), place.stream().id());
        return new Party(
                person,
                seal(person, place, role + ".name", body.name().strip()),
                optional(person, place, role + ".identityNumber", body.identityNumber()),
                optional(person, place, role + ".phone", body.phone()),
                optional(person, place, role + ".email", body.email()),
                optional(person, place, role + ".address", body.address()));
    }

    /** One text under a person's key. */
    public Sealed seal(String person, Place place, String field, String text) {
        return vault.seal(person, place.stream(), place.commandId(), field, text);
    }

    /** As {@link #seal(String, Place, String, String)}; null for what was not told. */
    public @Nullable Sealed optional(String person, Place place, String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(person, place, field, text.strip());
    }

    /** A person of whom only what is sealed next is known. */
    public String newPerson() {
        return vault.newPerson();
    }

    /** Seals a copy for another command; null when there is nothing, or the person has been forgotten. */
    public @Nullable Sealed copy(@Nullable Sealed sealed, Place from, String fromField, Place to, String toField) {
        if (sealed == null) {
            return null;
        }
        Optional<String> text = vault.open(sealed, from.stream(), from.commandId(), fromField);
        return text.map(open -> seal(sealed.person(), to, toField, open)).orElse(null);
    }

    /** What the post needs of a party: name, phone, address; null when the person has been forgotten. */
    public @Nullable Party addressee(Party party, Place from, String fromRole, Place to) {
        Sealed name = copy(party.name(), from, fromRole + ".name", to, "addressee.name");
        return name == null
                ? null
                : new Party(
                        party.person(),
                        name,
                        null,
                        copy(party.phone(), from, fromRole + ".phone", to, "addressee.phone"),
                        null,
                        copy(party.address(), from, fromRole + ".address", to, "addressee.address"));
    }
}
