package vn.tthc.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.backup.Backup;
import vn.tthc.local.backup.Restore;
import vn.tthc.local.backup.Stamp;
import vn.tthc.local.books.Console;
import vn.tthc.local.books.ParkedConsole;
import vn.tthc.local.books.Site;
import vn.tthc.local.books.Verify;
import vn.tthc.local.books.ViewRebuild;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Services;
import vn.tthc.local.process.Lock;
import vn.tthc.local.statistics.Statistics;
import vn.tthc.local.token.Keys;
import vn.tthc.local.token.People;
import vn.tthc.local.token.Tokens;

/** Commands of those who keep the system: balancing, building anew, what is parked, copies and the way back. */
final class KeepingCommands {
    private static final String PARKED = "parked [list | show SERVICE ID | retry SERVICE CONSUMER DOSSIER"
            + " | skip SERVICE CONSUMER DOSSIER STREAM VERSION --reason \"...\"]";

    private final Home home;
    private final Ports ports;
    private final Services services;
    private final Arguments arguments;
    private final InstantSource clock;
    private final SystemCommands system;

    KeepingCommands(Home home, Ports ports, Arguments arguments, InstantSource clock, SystemCommands system) {
        this.home = home;
        this.ports = ports;
        this.services = new Services(ports);
        this.arguments = arguments;
        this.clock = clock;
        this.system = system;
    }

    int verify() throws InterruptedException {
        arguments.noWords();
        try (Console console = console()) {
            return new Verify(console, System.err::println).run(arguments.json(), System.out::println);
        }
    }

    int rebuild() throws InterruptedException {
        String view = arguments.word("VIEW");
        try (Console console = console()) {
            new ViewRebuild(console).run(view, arguments.json(), System.out::println);
            return 0;
        }
    }

    int parked() throws InterruptedException {
        List<String> words = arguments.words();
        String what = words.size() == 1 ? "list" : words.get(1) + "/" + words.size();
        try (Console console = console()) {
            ParkedConsole parked = new ParkedConsole(console, arguments.json(), System.out::println);
            switch (what) {
                case "list", "list/2" -> parked.list();
                case "show/4" -> parked.show(Site.named(words.get(2)), words.get(3));
                case "retry/5" -> {
                    return parked.retry(Site.named(words.get(2)), words.get(3), words.get(4));
                }
                case "skip/7" ->
                    parked.skip(
                            Site.named(words.get(2)), words.get(3), words.get(4), words.get(5), words.get(6), reason());
                default -> throw new Failure(Failure.USAGE, "it is ./tthc " + PARKED + ".");
            }
            return 0;
        }
    }

    private String reason() {
        String reason = arguments.option("--reason", "").strip();
        if (reason.isEmpty()) {
            throw new Failure(
                    Failure.USAGE,
                    "passing over a record needs --reason \"...\"; it stays on record, so no personal data in it.");
        }
        return reason;
    }

    int backup() throws InterruptedException {
        List<String> words = arguments.words();
        Path target = words.size() == 1
                ? home.data().resolve("backups").resolve(Stamp.of(clock.instant()))
                : calledFrom(arguments.word("DIR at most"));
        try (Console console = console()) {
            Backup.Made made = new Backup(home, console, clock, say()).run(target);
            if (arguments.json()) {
                System.out.println(Json.write(Map.of(
                        "folder", made.folder().toString(),
                        "moment", made.moment().toString(),
                        "bytes", made.bytes())));
            } else {
                System.out.println("Bản sao lưu / the backup is in " + made.folder() + ". It holds everything recorded"
                        + " before " + made.moment() + ", and the keys: keep it where nobody else can read it.");
            }
            return 0;
        }
    }

    int restore() throws InterruptedException {
        Path folder = calledFrom(arguments.word("DIR of a backup"));
        Restore.Plan plan = Restore.plan(folder, arguments.option("--moment"));
        try (Lock lock = Lock.take(home)) {
            if (!arguments.has("--yes") && !agreed(plan)) {
                throw new Failure("nothing was restored; with --yes nothing is asked.");
            }
            long start = System.nanoTime();
            Restore.Kept kept = new Restore(home, clock.instant(), say())
                    .run(plan, system::stop, () -> system.start(List.of(), false));
            say().accept("Waiting until the views are complete ...");
            Answer figures = new Statistics(services, tokenOf("inspector"))
                    .run(null, warning -> System.err.println("tthc: " + warning));
            report(plan, kept, figures, (System.nanoTime() - start) / 1e9);
        }
        return 0;
    }

    private boolean agreed(Restore.Plan plan) {
        try {
            return SystemCommands.agreed("Đưa toàn bộ hệ thống về thời điểm / Take everything in " + home.data()
                    + " back to " + plan.moment() + "?");
        } catch (IOException e) {
            throw new Failure("the answer cannot be read (" + e + "); with --yes nothing is asked.");
        }
    }

    private void report(Restore.Plan plan, Restore.Kept kept, Answer figures, double seconds) {
        if (arguments.json()) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("folder", plan.folder().toString());
            report.put("moment", plan.moment().toString());
            report.put("keptData", text(kept.data()));
            report.put("keptKeys", text(kept.keys()));
            report.put("seconds", Math.round(seconds * 10) / 10.0);
            report.put("statistics", figures.json());
            System.out.println(Json.write(report));
            return;
        }
        System.out.printf(
                "Đã phục hồi / restored: everything recorded before %s is there, %d dossiers, in %.0f s.%n",
                plan.moment(), figures.json().path("dossiers").asLong(0), seconds);
        if (kept.data() != null) {
            System.out.println("The data from before are kept in " + kept.data() + "; delete them when they are not"
                    + " needed any more.");
        }
        if (kept.keys() != null) {
            System.out.println("The keys from before are kept in " + kept.keys() + "; tokens signed with them are no"
                    + " longer taken.");
        }
        System.out.println("Now: ./tthc verify balances the books; then tell people that what was recorded after "
                + plan.moment() + " has to be entered again.");
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toString();
    }

    private static Path calledFrom(String path) {
        return Path.of(System.getenv().getOrDefault("CALLED_FROM", "."))
                .resolve(path)
                .toAbsolutePath()
                .normalize();
    }

    private Console console() {
        return new Console(services, tokenOf("admin"));
    }

    private String tokenOf(String name) {
        return new Tokens(ports, new Keys(home.keys()).ensure(), clock)
                .of(People.load().named(name))
                .text();
    }

    /** Where progress goes: away from standard output when a machine reads that. */
    private Consumer<String> say() {
        return arguments.json() ? System.err::println : System.out::println;
    }
}
