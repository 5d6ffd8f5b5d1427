package vn.tthc.simulator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secret of every carrier there is: each has its own, so that none can speak for another. */
final class Secrets {
    private static final Pattern VARIABLE = Pattern.compile("TTHC_SIMULATOR_([A-Z]+)_KEY");

    private final Map<String, Secret> ofCarrier;

    Secrets(Map<String, Secret> ofCarrier) {
        this.ofCarrier = Map.copyOf(ofCarrier);
    }

    /** Those whose files the environment names: {@code TTHC_SIMULATOR_EMS_KEY} makes a carrier {@code ems}. */
    static Secrets of(Map<String, String> environment) {
        Map<String, Secret> secrets = new HashMap<>();
        environment.forEach((variable, file) -> {
            Matcher matcher = VARIABLE.matcher(variable);
            if (matcher.matches()) {
                secrets.put(matcher.group(1).toLowerCase(Locale.ROOT), Secret.read(Path.of(file)));
            }
        });
        return new Secrets(secrets);
    }

    /** The secret of a carrier, null when there is no such carrier. */
    @Nullable
    Secret of(String carrier) {
        return ofCarrier.get(carrier);
    }
}
