package vn.tthc.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;
import vn.tthc.local.token.Keys;
import vn.tthc.local.token.People;
import vn.tthc.local.token.Tokens;

/** The demo people in whose names the load is sent; a token each, signed before the measurement. */
final class Clerks {
    static final String OFFICER = "officer-xa";
    static final String CASE_OFFICER = "case-xa";
    static final String LEADER = "leader-xa";
    static final String RECORDS_CLERK = "clerk-xa";
    static final String IMPORTER = "importer";
    static final String INSPECTOR = "inspector";
    static final String ADMINISTRATOR = "admin";

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Clerks(Home home, Ports ports) {
        Tokens signer = new Tokens(ports, new Keys(home.keys()).ensure(), InstantSource.system());
        People people = People.load();
        for (String name : List.of(OFFICER, CASE_OFFICER, LEADER, RECORDS_CLERK, IMPORTER, INSPECTOR, ADMINISTRATOR)) {
            tokens.put(name, signer.of(people.named(name)).text());
        }
    }

    String token(String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }
}
