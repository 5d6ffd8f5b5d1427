package vn.tthc.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.Well19937c;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Services;

/** The public's question, by dossiers of which few are asked for often and most hardly ever (Zipf, exponent 1). */
final class LookupLoad {
    private static final int CHOICES = 200_000;
    private static final int TOO_MANY = 429;

    private final Wire wire;
    private final Services services;
    private final Settings settings;
    private final List<Dataset.Slip> slips;
    private final int[] choices;

    LookupLoad(Wire wire, Services services, Settings settings, List<Dataset.Slip> slips) {
        if (slips.isEmpty()) {
            throw new Failure(Failure.USAGE, "there is nothing to look up; --dossiers says how many there should be.");
        }
        this.wire = wire;
        this.services = services;
        this.settings = settings;
        this.slips = slips;
        // Drawn beforehand, so that drawing costs nothing while it is measured.
        this.choices = new ZipfDistribution(new Well19937c(settings.seed()), slips.size(), 1).sample(CHOICES);
    }

    /** Latency at the asked rate, then the highest rate. */
    Map<String, Object> measure() throws InterruptedException {
        Latency latency = new Latency();
        new Arrival(settings.lookupRate(), settings.warmUp(), settings.measured(), settings.seed())
                .run((number, dueNanos, counts) -> {
                    lookUp((int) (number % CHOICES));
                    if (counts) {
                        latency.record(System.nanoTime() - dueNanos);
                    }
                });
        double highest = new Crowd(settings.clients(), settings.warmUp(), settings.measured())
                .perSecond(client -> () -> lookUp(ThreadLocalRandom.current().nextInt(CHOICES)));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("ratePerSecond", settings.lookupRate());
        figures.put("atRate", latency.report());
        figures.put("perSecond", highest);
        figures.put("clients", settings.clients());
        return figures;
    }

    private void lookUp(int choice) throws InterruptedException {
        Dataset.Slip slip = slips.get(choices[choice] - 1);
        Answer answer = wire.send(services.query("/api/v1/status-lookups", "")
                .posting(Map.of("code", slip.number(), "secret", slip.secret())));
        if (answer.status() == TOO_MANY) {
            throw new Failure("look-ups are limited per address; start the system with the limits raised, see"
                    + " docs/performance.md.");
        }
        if (!answer.ok()) {
            throw new Failure("a look-up was not answered: " + answer.complaint() + ".");
        }
    }
}
