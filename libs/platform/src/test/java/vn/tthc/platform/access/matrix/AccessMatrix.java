package vn.tthc.platform.access.matrix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.matrix.Probe.Answer;
import vn.tthc.platform.access.matrix.Probe.Exchange;
import vn.tthc.platform.web.Requests;

/**
 * Every endpoint as everybody: each role at each agency of the {@link World} and at none, without a token, with one for
 * somebody else, and with one that is good; for each thing there is. What comes back is compared with the {@link Table}.
 */
public final class AccessMatrix {
    private final Table table;
    private final World world;
    private final List<Thing> things;
    private final Exchange exchange;
    private final Asking asking;
    private final Map<String, Samples> samples = new LinkedHashMap<>();
    private final Judge judge;
    private final Bodies bodies;
    private long sent;

    /** @param things in the order in which lists are to show them */
    public AccessMatrix(Table table, Bodies bodies, World world, List<Thing> things, Tokens tokens, Exchange exchange) {
        this.bodies = bodies;
        this.judge = new Judge(world, bodies);
        this.table = table;
        this.world = world;
        this.things = List.copyOf(things);
        this.exchange = exchange;
        this.asking = Asking.of(Callers.of(world, tokens, this.things), this.things);
    }

    /** Makes tokens of the service under test. */
    @FunctionalInterface
    public interface Tokens {
        String token(String account, @Nullable String agency, Set<Role> roles, boolean forSomebodyElse);
    }

    /** Texts in what is asked for that only those are to read whose grant has that view; no grant has {@code nobody}. */
    public AccessMatrix planted(String view, String... texts) {
        for (String text : texts) {
            judge.plant(view, text);
        }
        return this;
    }

    /** One request about nothing in particular. */
    public AccessMatrix plain(String row, Probe probe) {
        samples.put(table.row(row).name(), new Samples.Plain(probe, Map.of()));
        return this;
    }

    /** One request for each thing, none where there can be none; only the status matters. */
    public AccessMatrix each(String row, Function<Thing, @Nullable Probe> probe) {
        samples.put(table.row(row).name(), new Samples.Each(probe, null, null, Map.of()));
        return this;
    }

    /** One request for each thing; the answer is told by what it shows. */
    public AccessMatrix each(
            String row, Function<Thing, Probe> probe, Function<Answer, ?> shown, Function<Thing, ?> expected) {
        samples.put(table.row(row).name(), new Samples.Each(probe, shown, expected, Map.of()));
        return this;
    }

    /** One request for each thing, where some see more than others. */
    public AccessMatrix views(String row, Function<Thing, Probe> probe, Map<String, Predicate<Answer>> views) {
        samples.put(table.row(row).name(), new Samples.Each(probe, null, null, Map.copyOf(views)));
        return this;
    }

    /** One request for all things, such as a list or a sum. */
    public AccessMatrix all(String row, Probe probe, Function<Answer, ?> shown, Function<List<Thing>, ?> expected) {
        samples.put(table.row(row).name(), new Samples.All(probe, shown, expected));
        return this;
    }

    /** A list for each thing, by the ids in it: those who may see the thing find it there, others who may ask find nothing. */
    public AccessMatrix filtered(String row, Function<Thing, Probe> probe, Function<Answer, List<String>> ids) {
        samples.put(table.row(row).name(), new Samples.Filtered(probe, ids));
        return this;
    }

    /** What every service has. */
    public AccessMatrix common() {
        String parked = "\"consumer\":\"nobody\",\"dossier\":\"none\"";
        samples.put(
                "GET /actuator/health",
                new Samples.Plain(
                        Probe.get("/actuator/health"),
                        Map.of("details", answer -> answer.body().contains("\"details\""))));
        return plain("GET /actuator/health/**", Probe.get("/actuator/health/liveness"))
                .plain("GET /internal/parked/{id}", Probe.get("/internal/parked/999999999"))
                .plain("POST /internal/parked/retries", Probe.post("/internal/parked/retries", "{" + parked + "}"))
                .plain(
                        "POST /internal/parked/skips",
                        Probe.post(
                                "/internal/parked/skips",
                                "{" + parked + ",\"stream\":\"s-1\",\"version\":1,\"reason\":\"r\"}"))
                .plain("POST /internal/positions/behind", Probe.post("/internal/positions/behind", "{\"heads\":[]}"))
                .plain("POST /internal/views/{view}/rebuild", Probe.post("/internal/views/nothing/rebuild", ""))
                .plain("POST /internal/backups", Probe.post("/internal/backups", "{\"name\":\"matrix\"}"));
    }

    /** How many requests were sent. */
    public long sent() {
        return sent;
    }

    /** Endpoints without a row, and rows without an endpoint. */
    public List<String> unknown(ApplicationContext context) {
        Set<String> running = Endpoints.of(context);
        Set<String> written = new TreeSet<>();
        table.rows().forEach(row -> written.add(row.endpoint()));
        List<String> wrong = new ArrayList<>();
        running.stream().filter(each -> !written.contains(each)).forEach(each -> wrong.add("no row for " + each));
        written.stream().filter(each -> !running.contains(each)).forEach(each -> wrong.add("no endpoint " + each));
        return wrong;
    }

    /** Runs all of it and tells every difference. */
    public List<String> differences() throws Exception {
        for (Row row : table.rows()) {
            switch (sample(row)) {
                case Samples.Plain plain -> plain(row, plain);
                case Samples.Each each -> each(row, each);
                case Samples.All all -> all(row, all);
                case Samples.Filtered filtered -> filtered(row, filtered);
            }
        }
        List<String> differences = new ArrayList<>(judge.differences());
        differences.addAll(judge.untold());
        if (AccessPage.writing()) {
            bodies.write();
        } else {
            differences.addAll(bodies.missing());
        }
        return differences;
    }

    /** As whom there was something asked, in words. */
    public Set<String> audiences() {
        return judge.audiences().stream().map(Standing::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private Samples sample(Row row) {
        Samples known = samples.get(row.name());
        if (known != null) {
            return known;
        }
        if (!row.of().equals("-") || row.endpoint().contains("{")) {
            throw new IllegalStateException("nothing to send for " + row.name());
        }
        String[] words = row.endpoint().split(" ");
        Probe probe = words[0].equals("POST") ? Probe.post(words[1], "{}") : Probe.get(words[1]);
        return new Samples.Plain(probe, Map.of());
    }

    private void plain(Row row, Samples.Plain sample) throws Exception {
        boolean done = false;
        for (Caller caller : asking(row)) {
            boolean may = row.heldBy(caller, world);
            if ((done || row.status() == Row.WAITS) && may && reaches(row, caller)) {
                continue;
            }
            Answer answer = send(sample.probe(), caller);
            if (judge.check(row, caller, null, may, answer)) {
                done = row.once();
                views(row, caller, null, sample.views(), answer);
            }
        }
    }

    private void views(
            Row row, Caller caller, @Nullable Thing thing, Map<String, Predicate<Answer>> views, Answer answer) {
        Set<String> has = row.views(caller, thing, world);
        views.forEach((view, told) -> {
            if (told.test(answer) != has.contains(view)) {
                judge.differ(row, caller, thing, "view " + view + " is " + told.test(answer) + ": " + answer.body());
            }
        });
    }

    private boolean reaches(Row row, Caller caller) {
        return caller.good() && (row.open() || !caller.anonymous());
    }

    private void each(Row row, Samples.Each sample) throws Exception {
        for (Thing thing : things) {
            Map<Set<String>, String> first = new HashMap<>();
            Probe probe = sample.probe().apply(thing);
            if (probe == null) {
                continue;
            }
            for (Caller caller : asking(row)) {
                if (!asking.about(row, caller, thing)) {
                    continue;
                }
                boolean may = row.allows(caller, thing, world);
                Answer answer = send(probe, caller);
                if (!judge.check(row, caller, thing, may, answer)) {
                    continue;
                }
                Set<String> views = row.views(caller, thing, world);
                views(row, caller, thing, sample.views(), answer);
                String before = first.putIfAbsent(views, Refusals.plain(answer.body()));
                if (before != null && !before.equals(Refusals.plain(answer.body()))) {
                    judge.differ(
                            row, caller, thing, "another body than others: " + answer.body() + " and not " + before);
                }
                if (sample.shown() != null) {
                    Object expected = Objects.requireNonNull(sample.expected()).apply(thing);
                    judge.same(row, caller, thing, sample.shown().apply(answer), expected);
                }
            }
        }
    }

    private void all(Row row, Samples.All sample) throws Exception {
        for (Caller caller : asking(row)) {
            Answer answer = send(sample.probe(), caller);
            if (judge.check(row, caller, null, row.heldBy(caller, world), answer)) {
                List<Thing> seen = things.stream()
                        .filter(thing -> row.allows(caller, thing, world))
                        .toList();
                judge.same(
                        row,
                        caller,
                        null,
                        sample.shown().apply(answer),
                        sample.expected().apply(seen));
            }
        }
    }

    private List<Caller> asking(Row row) {
        return asking.at(row, table.rows().indexOf(row));
    }

    private void filtered(Row row, Samples.Filtered sample) throws Exception {
        for (Thing thing : things) {
            Probe probe = sample.probe().apply(thing);
            for (Caller caller : asking(row)) {
                if (!asking.about(row, caller, thing)) {
                    continue;
                }
                Answer answer = send(probe, caller);
                if (judge.check(row, caller, thing, row.heldBy(caller, world), answer)) {
                    List<String> expected = row.allows(caller, thing, world) ? List.of(thing.id()) : List.of();
                    judge.same(row, caller, thing, sample.shown().apply(answer), expected);
                }
            }
        }
    }

    private Answer send(Probe probe, Caller caller) throws Exception {
        sent++;
        Probe whole = caller.delegation() == null ? probe : probe.with(Requests.DELEGATION, caller.delegation());
        return exchange.send(whole, caller.token());
    }

    /** All roles at once. */
    static Set<Role> everyRole() {
        return EnumSet.allOf(Role.class);
    }
}
