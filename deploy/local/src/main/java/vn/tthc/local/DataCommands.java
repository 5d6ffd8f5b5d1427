package vn.tthc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.demo.Demo;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Services;
import vn.tthc.local.replay.Replay;
import vn.tthc.local.statistics.Statistics;
import vn.tthc.local.story.HttpStory;
import vn.tthc.local.token.Keys;
import vn.tthc.local.token.People;
import vn.tthc.local.token.Person;
import vn.tthc.local.token.Tokens;

/** Commands that talk to the running services. */
final class DataCommands {
    private static final String LOG_SOURCE = "coselog";
    private static final String LOG_PROCEDURE = "COSELOG.RECEIPT";

    private final Home home;
    private final Ports ports;
    private final Services services;
    private final Arguments arguments;
    private final InstantSource clock;

    DataCommands(Home home, Ports ports, Arguments arguments, InstantSource clock) {
        this.home = home;
        this.ports = ports;
        this.services = new Services(ports);
        this.arguments = arguments;
        this.clock = clock;
    }

    int token() {
        Person person = People.load().named(arguments.word("NAME of a demo person"));
        Tokens.Token token = tokens().of(person);
        if (arguments.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("name", person.name());
            answer.put("sub", person.sub());
            answer.put("roles", person.roles());
            answer.put("agency", person.agency());
            answer.put("expiresAt", token.expiresAt().toString());
            answer.put("token", token.text());
            System.out.println(Json.write(answer));
        } else {
            System.out.println(token.text());
        }
        return 0;
    }

    int replay() throws InterruptedException {
        Path calledFrom = Path.of(System.getenv().getOrDefault("CALLED_FROM", "."));
        Path file = calledFrom.resolve(arguments.word("FILE.csv"));
        return report(
                send(file, arguments.option("--source", LOG_SOURCE), arguments.option("--procedure", LOG_PROCEDURE)));
    }

    private Replay.Result send(Path file, String source, String procedure) throws InterruptedException {
        boolean terminal = Boolean.getBoolean("tthc.tty");
        return new Replay(services, () -> tokenOf("importer"), System.err, terminal).run(file, source, procedure);
    }

    private int report(Replay.Result result) {
        result.problems().forEach(System.err::println);
        if (arguments.json()) {
            System.out.println(Json.write(result.figures()));
        } else {
            print(Json.mapper().valueToTree(result.figures()), "");
        }
        if (result.sentence() != null) {
            System.err.println("tthc: " + result.sentence());
        }
        return result.exitCode();
    }

    int statistics() throws InterruptedException {
        arguments.noWords();
        @Nullable String source = arguments.option("--source");
        Answer answer = new Statistics(services, tokenOf("inspector"))
                .run(source, warning -> System.err.println("tthc: " + warning));
        if (arguments.json()) {
            System.out.println(answer.text());
        } else {
            print(answer.json(), "");
        }
        return 0;
    }

    /** Replays the log that comes with the repository, then runs dossiers of Lâm Đồng. */
    int demo() throws InterruptedException {
        arguments.noWords();
        Consumer<String> say = arguments.json() ? System.err::println : System.out::println;
        say.accept("Nhật ký thật của một thành phố Hà Lan / a real log of a Dutch municipality (CoSeLoG)");
        Replay.Result log =
                send(home.repository().resolve("deploy/demo/wabo-receipt-log.csv"), LOG_SOURCE, LOG_PROCEDURE);
        if (log.exitCode() != 0) {
            return report(log);
        }
        say.accept("Hồ sơ Lâm Đồng / dossiers of Lâm Đồng");
        Demo demo = new Demo(services, tokens(), clock, say);
        Demo.Told told = demo.run();
        if (arguments.json()) {
            System.out.println(Json.write(Map.of("dossiers", told, "replay", log.figures())));
        } else {
            System.out.println(demo.ending(told, ports.intake()));
        }
        return 0;
    }

    /** Tells a dossier's whole way through the public HTTP APIs, from a file of requests. */
    int story() throws InterruptedException {
        Path file = arguments.words().size() > 1
                ? Path.of(System.getenv().getOrDefault("CALLED_FROM", ".")).resolve(arguments.word("FILE.http"))
                : home.repository().resolve("docs/api/story.http");
        Consumer<String> say = arguments.json() ? System.err::println : System.out::println;
        Map<String, String> places = Map.of(
                "intake", "http://127.0.0.1:" + ports.intake(),
                "processing", "http://127.0.0.1:" + ports.processing(),
                "postal", "http://127.0.0.1:" + ports.postal(),
                "query", "http://127.0.0.1:" + ports.query());
        try {
            int requests = new HttpStory(Files.readString(file), places, this::tokenOf, clock, say).run();
            if (arguments.json()) {
                System.out.println(Json.write(Map.of("requests", requests)));
            }
            return 0;
        } catch (IOException e) {
            throw new Failure(Failure.USAGE, "the file " + file + " cannot be read.");
        }
    }

    private static void print(JsonNode figures, String indent) {
        for (var figure : figures.properties()) {
            JsonNode value = figure.getValue();
            if (value.isObject()) {
                System.out.println(indent + figure.getKey());
                print(value, indent + "  ");
            } else if (!value.isArray()) {
                System.out.printf(
                        "%s%-" + (30 - indent.length()) + "s %s%n", indent, figure.getKey(), value.asString());
            }
        }
    }

    private String tokenOf(String name) {
        return tokens().of(People.load().named(name)).text();
    }

    private Tokens tokens() {
        return new Tokens(ports, new Keys(home.keys()).ensure(), clock);
    }
}
