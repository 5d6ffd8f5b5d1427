package vn.tthc.postal.carriers;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.web.HttpJson;

/** The carriers in use. A carrier without a secret is a carrier anybody could be: then the service does not start. */
@Component
public class Carriers {
    private final Map<String, Contract> contracts = new LinkedHashMap<>();

    Carriers(CarrierSettings settings, CodeTables tables, HttpJson json, InstantSource clock) {
        for (String name : settings.use()) {
            CarrierSettings.Known known = settings.known().get(name);
            if (known == null || !name.matches("[a-z][a-z0-9-]{0,19}")) {
                throw new IllegalStateException(
                        "tthc.carriers.use names " + name + ", and tthc.carriers.known knows no such carrier.");
            }
            if (!tables.tables().contains(known.table())) {
                throw new IllegalStateException("The carrier " + name + " speaks " + known.table()
                        + ", of which there is no table; there are " + tables.tables() + ".");
            }
            Signatures signatures = new Signatures(KeyFile.read("tthc.carriers.known." + name + ".key", known.key()));
            contracts.put(
                    name,
                    new Contract(
                            name,
                            known.table(),
                            signatures,
                            new HttpCarrier(known.url(), signatures, json.mapper(), clock)));
        }
    }

    /**
     * A carrier that is worked with.
     *
     * @param name what it is called here
     * @param table code table it speaks
     * @param signatures how its messages are known
     * @param carrier the carrier itself
     */
    public record Contract(String name, String table, Signatures signatures, Carrier carrier) {
        /** How it stands as a place in a scan that tells none of ours, and before its codes. */
        public String word() {
            return name.toUpperCase(Locale.ROOT);
        }
    }

    /** The carrier of that name, when it is in use. */
    public Optional<Contract> find(String name) {
        return Optional.ofNullable(contracts.get(name));
    }

    /** The one that gets the orders: the first that takes any; empty where the post's own people carry everything. */
    public Optional<Contract> forOrders() {
        return contracts.values().stream()
                .filter(contract -> contract.carrier().takesOrders())
                .findFirst();
    }
}
