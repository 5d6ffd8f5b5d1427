package vn.tthc.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;
import vn.tthc.local.token.Keys;

/** Every process of the local mode, in the order of starting. */
public final class Fleet {
    public static final String BROKER = "broker";
    public static final String IDENTITY = "identity";

    public static final String SIMULATOR = "simulator";

    /**
     * A rebuild of its views keeps two batches of 2,000 events and what they change at once. With 320 MB it spent 30 % of
     * its time on collecting, half of that on the whole heap.
     */
    private static final List<String> HEAP_OF_VIEWS = List.of("-Xmx512m", "-Xmn288m");

    private final List<ProcessSpec> specs;

    private Fleet(List<ProcessSpec> specs) {
        this.specs = List.copyOf(specs);
    }

    /** The broker, the identity provider and the four services as they are built. */
    public static Fleet of(Home home, Ports ports) {
        return new Fleet(List.of(
                broker(home, ports),
                identity(home, ports),
                service(home, ports, "intake", "Intake", ports.intake()),
                service(home, ports, "processing", "Processing", ports.processing()),
                service(home, ports, "postal-delivery", "Postal", ports.postal()),
                service(home, ports, "query", "Query", ports.query())));
    }

    /** The same with carriers that are simulated, and the post working with them. */
    public static Fleet withSimulators(Home home, Ports ports) {
        String url = "http://127.0.0.1:" + ports.simulator();
        String vnpost = home.keys().resolve(Keys.VNPOST).toString();
        String ems = home.keys().resolve(Keys.EMS).toString();
        List<ProcessSpec> all = new ArrayList<>();
        for (ProcessSpec spec : of(home, ports).specs) {
            if (spec.name().equals(IDENTITY)) {
                all.add(simulator(home, ports, vnpost, ems));
            }
            all.add(
                    spec.port() == ports.postal()
                            ? spec.with("TTHC_CARRIERS", "vnpost,ems")
                                    .with(
                                            "TTHC_CARRIERS_QUIET",
                                            System.getenv().getOrDefault("TTHC_CARRIERS_QUIET", "1m"))
                                    .with("TTHC_CARRIER_VNPOST_URL", url + "/vnpost")
                                    .with("TTHC_CARRIER_VNPOST_KEY", vnpost)
                                    .with("TTHC_CARRIER_EMS_URL", url + "/ems")
                                    .with("TTHC_CARRIER_EMS_KEY", ems)
                            : spec);
        }
        return new Fleet(all);
    }

    private static ProcessSpec simulator(Home home, Ports ports, String vnpost, String ems) {
        return new ProcessSpec(
                SIMULATOR,
                ports.simulator(),
                List.of(),
                jars(home.repository().resolve("deploy/simulator/target"), "tthc-simulator"),
                "vn.tthc.simulator.SimulatorMain",
                List.of("-Xmx64m"),
                List.of(),
                Map.of(
                        "SERVER_PORT",
                        Integer.toString(ports.simulator()),
                        "TTHC_SIMULATOR_TARGET",
                        "http://127.0.0.1:" + ports.postal(),
                        "TTHC_SIMULATOR_VNPOST_KEY",
                        vnpost,
                        "TTHC_SIMULATOR_EMS_KEY",
                        ems));
    }

    public List<ProcessSpec> all() {
        return specs;
    }

    /** The same with one more variable for every service. */
    public Fleet with(String variable, String value) {
        return new Fleet(specs.stream()
                .map(spec -> spec.service() ? spec.with(variable, value) : spec)
                .toList());
    }

    /**
     * The process of that name; {@code intake} is as good as {@code intake-service}.
     *
     * @throws Failure when there is none
     */
    public ProcessSpec named(String name) {
        return specs.stream()
                .filter(spec -> spec.name().equals(name)
                        || spec.name().equals(name + "-service")
                        || (name.equals("postal") && spec.name().startsWith("postal-")))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Failure.USAGE,
                        "there is no process '" + name + "'; there are "
                                + String.join(
                                        ", ",
                                        specs.stream().map(ProcessSpec::name).toList()) + "."));
    }

    private static ProcessSpec broker(Home home, Ports ports) {
        return new ProcessSpec(
                BROKER,
                ports.broker(),
                List.of(ports.controller()),
                jars(home.repository().resolve("deploy/local/target"), "tthc-local"),
                "vn.tthc.local.broker.BrokerMain",
                List.of("-Xmx256m"),
                List.of(
                        home.dataOf(BROKER).toString(),
                        Integer.toString(ports.broker()),
                        Integer.toString(ports.controller()),
                        HealthProbe.readyFile(home.run()).toString()),
                Map.of());
    }

    private static ProcessSpec identity(Home home, Ports ports) {
        Path keys = home.keys();
        return new ProcessSpec(
                IDENTITY,
                ports.identity(),
                List.of(),
                jars(home.repository().resolve("deploy/identity/target"), "tthc-identity"),
                "vn.tthc.identity.IdentityApplication",
                List.of("-Xmx96m"),
                List.of(),
                Map.of(
                        "SERVER_PORT", Integer.toString(ports.identity()),
                        "TTHC_ISSUER", issuer(ports),
                        "TTHC_IDENTITY_KEY", keys.resolve(Keys.SIGNING).toString(),
                        "TTHC_IDENTITY_LAUNCHER_SECRET",
                                keys.resolve(Keys.LAUNCHER).toString(),
                        "TTHC_IDENTITY_PASSWORD", keys.resolve(Keys.PASSWORD).toString(),
                        "TTHC_IDENTITY_PEOPLE", home.people().toString()));
    }

    /** What the identity provider calls itself in its tokens, and where it is found. */
    private static String issuer(Ports ports) {
        return "http://127.0.0.1:" + ports.identity();
    }

    private static ProcessSpec service(Home home, Ports ports, String shortName, String mainPrefix, int port) {
        String name = shortName + "-service";
        Path keys = home.keys();
        return new ProcessSpec(
                name,
                port,
                List.of(),
                jars(home.repository().resolve(name).resolve("target"), name),
                "vn.tthc." + mainPrefix.toLowerCase(Locale.ROOT) + "." + mainPrefix + "Application",
                shortName.equals("query") ? HEAP_OF_VIEWS : List.of("-Xmx320m"),
                List.of(),
                Map.of(
                        "SERVER_PORT", Integer.toString(port),
                        "TTHC_AUDIENCE", "tthc",
                        "TTHC_DATA_DIR", home.dataOf(name).toString(),
                        "TTHC_KAFKA", "127.0.0.1:" + ports.broker(),
                        "TTHC_ISSUER", issuer(ports),
                        "TTHC_MASTER_KEY", keys.resolve("master.key").toString(),
                        "TTHC_LOOKUP_KEY", keys.resolve("lookup.key").toString(),
                        "TTHC_HASH_KEY", keys.resolve("hash.key").toString(),
                        "TTHC_STATUS_PAGE", "http://127.0.0.1:" + ports.query() + "/"));
    }

    private static List<Path> jars(Path target, String name) {
        Path jar = target.resolve(name + ".jar");
        Path others = target.resolve("classpath");
        List<Path> path = new ArrayList<>(List.of(jar));
        try {
            if (Files.exists(jar)) {
                Stream.of(Files.readString(others).strip().split(File.pathSeparator, -1))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .forEach(path::add);
            }
        } catch (IOException e) {
            throw new Failure("cannot read " + others + "; ./tthc build makes it anew.");
        }
        return path;
    }
}
