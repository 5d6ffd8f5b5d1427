package vn.tthc.intake.forms;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.person.PersonVault;

/** Opens what a form says of persons, and remembers which fields those were: whoever reads them goes on record. */
final class PersonalData {
    private static final String FORGOTTEN = "(đã xóa dữ liệu cá nhân)";

    private final PersonVault vault;
    private final StreamId stream;
    private final SortedSet<String> read = new TreeSet<>();

    PersonalData(PersonVault vault, StreamId stream) {
        this.vault = vault;
        this.stream = stream;
    }

    /**
     * The text; null when none was told, and that it is gone when its person was forgotten.
     *
     * @param commandId the command that recorded it
     * @param field the field's name
     */
    @Nullable
    String open(@Nullable Sealed sealed, String commandId, String field) {
        if (sealed == null) {
            return null;
        }
        if (vault.isForgotten(sealed.person())) {
            return FORGOTTEN;
        }
        String text = vault.open(sealed, stream, commandId, field).orElse(null);
        if (text != null) {
            read.add(field);
        }
        return text;
    }

    /** The fields that were opened. */
    List<String> read() {
        return List.copyOf(read);
    }
}
