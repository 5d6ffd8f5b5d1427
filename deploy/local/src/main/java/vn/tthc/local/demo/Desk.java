package vn.tthc.local.demo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Api;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;
import vn.tthc.local.token.People;
import vn.tthc.local.token.Person;
import vn.tthc.local.token.Tokens;

/** Where the people of the demo sit: calls the services as one of them, and names each request so that it can be repeated. */
final class Desk {
    private static final int STALE = 412;

    private final Api api;
    private final Services services;
    private final People people;
    private final Tokens tokens;
    private final String run;
    private int requests;

    /**
     * Opens the desk.
     *
     * @param run names this run of the demo among all others
     */
    Desk(Api api, Services services, People people, Tokens tokens, String run) {
        this.api = api;
        this.services = services;
        this.people = people;
        this.tokens = tokens;
        this.run = run;
    }

    Services services() {
        return services;
    }

    /** Token of a demo person. */
    String as(String name) {
        return tokens.of(people.named(name)).text();
    }

    /** Token of whoever has this role at this agency. */
    String as(String role, String agency) {
        Person person = people.all().stream()
                .filter(one -> one.roles().contains(role) && Objects.equals(one.agency(), agency))
                .findFirst()
                .orElseGet(() -> new Person("", "demo-" + role, List.of(role), agency, ""));
        return tokens.of(person).text();
    }

    /** What a service answers to a question, once it has seen the change at that position. */
    Answer read(Call call, String position) throws InterruptedException {
        return good(call, api.send(call.with("Tthc-Position", position)));
    }

    /** Asks, with a body and without a name, once the service has seen the change at that position. */
    Answer ask(Call call, Object body, String position) throws InterruptedException {
        return read(call.posting(body), position);
    }

    /** Asks for something new. */
    Answer create(Call call, Object body) throws InterruptedException {
        Call named = named(call, body);
        return good(named, api.send(named));
    }

    /** Decides on what was just read. */
    Answer decide(Call call, Object body, Answer seen) throws InterruptedException {
        Call named = named(call, body).with("If-Match", seen.etag());
        return good(named, api.send(named));
    }

    /** The same, and nothing when somebody else, a timer perhaps, has moved it on since it was read: look again. */
    Optional<Answer> decideUnlessStale(Call call, Object body, Answer seen) throws InterruptedException {
        Answer answer = attempt(call, body, seen);
        return answer.status() == STALE ? Optional.empty() : Optional.of(good(call, answer));
    }

    /** The same when a refusal is what we want to see. */
    Answer attempt(Call call, Object body, Answer seen) throws InterruptedException {
        return api.send(named(call, body).with("If-Match", seen.etag()));
    }

    private Call named(Call call, Object body) {
        requests++;
        return call.posting(body).with("Idempotency-Key", "demo-" + run + "-" + requests);
    }

    private static Answer good(Call call, Answer answer) {
        if (!answer.ok()) {
            throw new Failure(call.service() + " did not accept " + call.method() + " "
                    + call.uri().getPath() + ": " + answer.complaint() + ".");
        }
        return answer;
    }
}
