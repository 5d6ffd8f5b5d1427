package vn.tthc.e2e.plug;

import java.time.InstantSource;
import java.util.List;
import vn.tthc.local.token.Keys;
import vn.tthc.local.token.Person;
import vn.tthc.local.token.Tokens;

/** The people in whose names the commands are sent; all their accounts begin alike, so that their commits are known. */
final class Staff {
    static final String ACCOUNTS = "plug-";

    /** Tells many facts in one request, which no order of the ledger names one by one; see {@link HandHeld}. */
    static final String HAND_HELD = "hand-held";

    static final String WARD = "24781@2025-07-01";

    private final Tokens tokens;

    Staff(Machine machine) {
        this.tokens = new Tokens(machine.ports(), new Keys(machine.home().keys()).ensure(), InstantSource.system());
    }

    /** Somebody with a role at an agency. */
    Person at(String role, String agency) {
        return new Person("", ACCOUNTS + role, List.of(role), agency, "");
    }

    Person officer() {
        return at("RECEPTION_OFFICER", WARD);
    }

    Person postman() {
        return new Person("", ACCOUNTS + "POSTAL_WORKER", List.of("POSTAL_WORKER"), "LDG-0001", "");
    }

    /** Who sees everything and decides nothing. */
    Person inspector() {
        return new Person("", ACCOUNTS + "INSPECTOR", List.of("INSPECTOR"), null, "");
    }

    String token(Person person) {
        return tokens.of(person).text();
    }
}
