package vn.tthc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;
import vn.tthc.local.Json;
import vn.tthc.local.Ports;
import vn.tthc.local.http.Services;

/** Entry of {@code ./tthc bench}. */
public final class BenchMain {
    private static final List<String> HELP = List.of(
            "./tthc bench [options]    measures the running system (./tthc up first)",
            "",
            "  --only PHASE            bare, commands, lookups, visibility or rebuild; may be given more than once",
            "  --dossiers N            import until there are N before measuring (1000; at most 1000000)",
            "  --seconds N             how long each rate is measured (20)",
            "  --warm-up N             seconds before that (10)",
            "  --steady N              commands are given for at most so many seconds before that, until they get no",
            "                          faster (240)",
            "  --clients N             closed-loop clients that find the highest rate (32)",
            "  --lookups N             look-ups a second with open arrival (500)",
            "  --visibility N          commands a second while visibility is measured (100)",
            "  --seed N                of every random choice (1)",
            "  --baseline FILE         compare with an earlier --json report",
            "  --json                  the report as JSON");

    /** Held, because a logger nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private BenchMain() {}

    /**
     * Measures.
     *
     * @param args see {@code ./tthc bench help}
     */
    public static void main(String[] args) {
        int code = 0;
        // What its clients tell of themselves is no figure; what goes wrong with them ends the measurement.
        KAFKA.setLevel(Level.SEVERE);
        try {
            if (args.length > 0 && (args[0].equals("help") || args[0].equals("--help"))) {
                HELP.forEach(System.out::println);
            } else {
                Path calledFrom = Path.of(System.getenv().getOrDefault("CALLED_FROM", "."));
                run(Settings.parse(args, calledFrom));
            }
        } catch (Failure e) {
            System.err.println("tthc: " + e.sentence());
            code = e.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            code = 130;
        }
        System.out.flush();
        System.exit(code);
    }

    private static void run(Settings settings) throws InterruptedException {
        JsonNode baseline = read(settings.baseline());
        Home home = Home.of(
                Path.of(System.getProperty("tthc.root", ".")).toAbsolutePath().normalize(), System.getenv());
        JsonNode report =
                Json.mapper().valueToTree(measure(settings, home, Ports.of(System.getenv()), InstantSource.system()));
        if (settings.json()) {
            System.out.println(Json.write(report));
        } else {
            new Table(report, baseline).lines().forEach(System.out::println);
        }
    }

    private static Map<String, Object> measure(Settings settings, Home home, Ports ports, InstantSource clock)
            throws InterruptedException {
        Consumer<String> say = System.err::println;
        Services services = new Services(ports);
        // Beside the services' data, so that it is deleted with what it speaks of.
        Path folder = home.dataOf("bench");
        Map<String, Object> report = new LinkedHashMap<>();
        Instant start = clock.instant();
        report.put("at", start.toString());
        report.put("settings", settings);
        try (Wire wire = new Wire()) {
            Clerks clerks = new Clerks(home, ports);
            Surroundings around = new Surroundings(home, ports);
            Map<String, Object> surroundings = around.report();
            if (around.someQuickCompilerAlone()) {
                say.accept(
                        "Some processes run with the quick compiler alone, because they were started before their start"
                                + " caches had been made: their figures are too low. ./tthc down and ./tthc up mend that.");
            }
            report.put("startUp", StartUp.measure(wire, services));
            Dataset dataset = new Dataset(folder);
            double imports = dataset.fill(settings.dossiers(), wire, services, clerks, say);
            report.put("dossiersImported", dataset.slips().size());
            report.put("importsPerSecond", imports);
            CommandLoad commands = new CommandLoad(wire, services, clerks, settings);
            Bare bare = new Bare(settings);
            Map<String, Object> limits = new LinkedHashMap<>();
            if (settings.has(Settings.Phase.BARE)) {
                say.accept("Measuring the bare limits ...");
                limits.putAll(bare.measure("127.0.0.1:" + ports.broker(), folder));
                report.put("bare", limits);
            }
            if (settings.has(Settings.Phase.COMMANDS)) {
                say.accept("Measuring durable commands ...");
                Map<String, Object> figures = commands.measure();
                report.put("commands", figures);
                if (!limits.isEmpty() && figures.get(CommandLoad.GROUP) instanceof Double group && group >= 1) {
                    limits.put("sqliteAppendsPerSecondInSuchGroups", bare.sqliteInGroupsOf(group, folder));
                }
            }
            if (settings.has(Settings.Phase.VISIBILITY)) {
                say.accept("Measuring the time until a command is visible ...");
                report.put("visibility", new Visibility(wire, settings, commands).measure());
            }
            if (settings.has(Settings.Phase.LOOKUPS)) {
                say.accept("Measuring public look-ups ...");
                report.put("lookups", new LookupLoad(wire, services, settings, dataset.slips()).measure());
            }
            if (settings.has(Settings.Phase.REBUILD)) {
                say.accept("Measuring the rebuild of every view ...");
                report.put("rebuild", new Rebuilding(wire, services, clerks).measure());
            }
            // Memory as it is after the load, flags as they were from the start.
            surroundings.put(
                    "pssMbTogether", new Surroundings(home, ports).report().get("pssMbTogether"));
            report.put("surroundings", surroundings);
        }
        report.put("ratios", Table.ratios(Json.mapper().valueToTree(report)));
        return report;
    }

    private static @Nullable JsonNode read(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            return Json.mapper().readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new Failure(Failure.NO_INPUT, "the report " + file + " cannot be read (" + e + ").");
        }
    }
}
