package vn.tthc.query.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.person.PersonVault;

/** Opens what stands sealed in a dossier's stream. */
@Component
class Opener {
    private final PersonVault vault;

    Opener(PersonVault vault) {
        this.vault = vault;
    }

    /** The text; null when there is none, it was forgotten, or its key has not arrived yet. */
    @Nullable
    String open(@Nullable Sealed sealed, String dossier, String commandId, String field) {
        return sealed == null
                ? null
                : vault.open(sealed, StreamId.dossier(dossier), commandId, field)
                        .orElse(null);
    }

    /** As {@link #open(Sealed, String, String, String)}, empty instead of null. */
    Optional<String> opened(@Nullable Sealed sealed, PersonCard card, String field) {
        return Optional.ofNullable(open(sealed, card.dossier(), card.commandId(), field));
    }

    boolean isForgotten(String person) {
        return vault.isForgotten(person);
    }
}
