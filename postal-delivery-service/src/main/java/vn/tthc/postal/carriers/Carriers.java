package vn.tthc.postal.carriers;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.web.HttpJson;

/**
 * The carriers in use. A carrier without a secret is a carrier anybody could be, and so is what answers on an open line:
 * then the service does not start.
 */
@Component
public class Carriers {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, Contract> contracts = new LinkedHashMap<>();

    private final CarrierChoice choice;
    private final InstantSource clock;

    Carriers(CarrierSettings settings, CodeTables tables, CarrierChoice choice, HttpJson json, InstantSource clock) {
        this.choice = choice;
        this.clock = clock;
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
            requireSafe(name, known.url());
            Signatures signatures = new Signatures(KeyFile.read("tthc.carriers.known." + name + ".key", known.key()));
            contracts.values().stream()
                    .filter(other -> other.signatures().shares(signatures))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalStateException("The carriers " + other.name() + " and " + name
                                + " have the same secret, so each could speak for the other.");
                    });
            contracts.put(
                    name,
                    new Contract(
                            name,
                            known.table(),
                            signatures,
                            new HttpCarrier(known.url(), signatures, json.mapper(), clock)));
        }
        choice.check(
                VietnamTime.date(clock.instant()),
                settings.known().keySet(),
                contracts.values().stream()
                        .filter(contract -> contract.carrier().takesOrders())
                        .map(Contract::name)
                        .collect(Collectors.toSet()));
    }

    /** Names and addresses go there, and what is answered is believed: by https, unless it never leaves this machine. */
    private static void requireSafe(String name, String url) {
        if (url.isBlank()) {
            return;
        }
        String property = "tthc.carriers.known." + name + ".url";
        URI place;
        try {
            place = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(property + " is no URL.", e);
        }
        if (place.getHost() == null
                || place.getRawUserInfo() != null
                || place.getRawQuery() != null
                || place.getRawFragment() != null) {
            throw new IllegalStateException(
                    property + " is not of the form https://host/path, without user, question or fragment.");
        }
        boolean open = "http".equalsIgnoreCase(place.getScheme()) && HERE.contains(place.getHost());
        if (!open && !"https".equalsIgnoreCase(place.getScheme())) {
            throw new IllegalStateException(
                    property + " is not https; http is for a simulator on this machine (" + HERE + ") alone.");
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

    /**
     * The one that gets the order of an item, as the choice stands today; empty where the post's own people carry it.
     *
     * @param unit commune of the citizen, null when it is not known
     */
    public Optional<Contract> forOrder(@Nullable String unit, Purpose purpose) {
        return choice.on(VietnamTime.date(clock.instant()), unit, purpose).stream()
                .flatMap(name -> find(name).stream())
                .filter(contract -> contract.carrier().takesOrders())
                .findFirst();
    }
}
