package vn.tthc.postal.reaction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.person.PersonVault;

/** Carries personal data from a dossier's event over to an item: a sealed text is bound to its place. */
@Component
class SealedCopies {
    private final PersonVault vault;

    SealedCopies(PersonVault vault) {
        this.vault = vault;
    }

    /**
     * The addressee for an item: what it takes to find the person, and nothing more; nobody when the person was erased.
     *
     * @param from the event it stands in
     * @param to the item
     * @param commandId the command that opens the item
     * @throws NotYet while the person's key has not arrived
     */
    @Nullable
    Party addressee(@Nullable Party party, Envelope from, StreamId to, String commandId) {
        if (party == null || vault.isForgotten(party.person())) {
            return null;
        }
        Sealed name = again(party.name(), from, "addressee.name", to, commandId, "addressee.name");
        Sealed phone = copy(party.phone(), from, "addressee.phone", to, commandId, "addressee.phone");
        Sealed address = copy(party.address(), from, "addressee.address", to, commandId, "addressee.address");
        return new Party(party.person(), name, null, phone, null, address);
    }

    /**
     * The address the result is wished to.
     *
     * @throws NotYet while the person's key has not arrived
     */
    @Nullable
    Sealed address(@Nullable Sealed address, Envelope from, StreamId to, String commandId) {
        return copy(address, from, "returnWish.address", to, commandId, "toAddress");
    }

    /** The applicant of a dossier that came by post, as addressee of what goes back; nobody when the person was erased. */
    @Nullable
    Party applicant(Party party, Envelope from, StreamId to, String commandId) {
        if (vault.isForgotten(party.person())) {
            return null;
        }
        Sealed name = again(party.name(), from, "filing.applicant.name", to, commandId, "addressee.name");
        Sealed phone = copy(party.phone(), from, "filing.applicant.phone", to, commandId, "addressee.phone");
        Sealed address = copy(party.address(), from, "filing.applicant.address", to, commandId, "addressee.address");
        return new Party(party.person(), name, null, phone, null, address);
    }

    /** Where the receipt slip of such a dossier goes. */
    @Nullable
    Sealed reply(@Nullable Sealed address, Envelope from, StreamId to, String commandId) {
        return copy(address, from, "filing.replyAddress", to, commandId, "toAddress");
    }

    /** The same of an address that stands in an item's event. */
    @Nullable
    Sealed sameAddress(@Nullable Sealed address, Envelope from, StreamId to, String commandId) {
        return copy(address, from, "toAddress", to, commandId, "toAddress");
    }

    private @Nullable Sealed copy(
            @Nullable Sealed text, Envelope from, String field, StreamId to, String commandId, String toField) {
        return text == null || vault.isForgotten(text.person())
                ? null
                : again(text, from, field, to, commandId, toField);
    }

    private Sealed again(Sealed text, Envelope from, String field, StreamId to, String commandId, String toField) {
        String plain = vault.open(text, StreamId.parse(from.stream()), from.commandId(), field)
                .orElseThrow(() -> new NotYet("the key of a person of " + from.stream() + " is not here"));
        return vault.seal(text.person(), to, commandId, toField, plain);
    }
}
