package vn.tthc.platform.blob;

import java.util.Optional;
import java.util.Set;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.person.PersonVault;

/** A vault that knows who was erased, and nothing else. */
record Erased(Set<String> persons) implements PersonVault {
    @Override
    public String newPerson() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sealed seal(String person, StreamId stream, String commandId, String field, String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> open(Sealed sealed, StreamId stream, String commandId, String field) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(String person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isForgotten(String person) {
        return persons.contains(person);
    }
}
