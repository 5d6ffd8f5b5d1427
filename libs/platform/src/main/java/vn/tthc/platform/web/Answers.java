package vn.tthc.platform.web;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.command.Outcome;

/** Turns what became of a command into an answer, and a state into one with its version. */
public final class Answers {
    /** Where the change a caller has made can be found in its stream: {@code <stream>@<version>}. */
    public static final String POSITION = "Tthc-Position";

    /** Says that this is the answer to an earlier sending of the same request. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /**
     * The answer to a command that holds.
     *
     * @param status status of success
     * @param body made of the commit alone, never of newer state, so that a repeat is answered alike
     * @throws Problem 409 when a rule forbids it, 412 when the caller saw an older version (404 when there is nothing),
     *     422 when the Idempotency-Key was used for another request
     */
    public <T> ResponseEntity<T> of(Outcome outcome, int status, Function<Outcome.Done, T> body) {
        return answer(outcome, status, null, body);
    }

    /**
     * The same for something new, with its {@code Location}.
     *
     * @param location path of what was made
     */
    public <T> ResponseEntity<T> created(
            Outcome outcome, Function<Outcome.Done, URI> location, Function<Outcome.Done, T> body) {
        return answer(outcome, 201, location, body);
    }

    /** A state with the version it is of, as {@code ETag} and position. */
    public <T> ResponseEntity<T> state(StreamId stream, long version, T body) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(stream, version))
                .header(POSITION, stream + "@" + version)
                .body(body);
    }

    private static <T> ResponseEntity<T> answer(
            Outcome outcome,
            int status,
            @Nullable Function<Outcome.Done, URI> location,
            Function<Outcome.Done, T> body) {
        return switch (outcome) {
            case Outcome.Done done -> done(done, status, location, body);
            case Outcome.Refused(var refusal, long version) ->
                throw new Problem(refusal.code(), 409, refusal.field(), refusal.values());
            case Outcome.Stale(long version) ->
                throw new Problem(version == 0 ? CommonProblem.NOT_FOUND : CommonProblem.STALE_VERSION);
            case Outcome.KeyReused() -> throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REUSED, IdempotencyKey.HEADER);
        };
    }

    private static <T> ResponseEntity<T> done(
            Outcome.Done done,
            int status,
            @Nullable Function<Outcome.Done, URI> location,
            Function<Outcome.Done, T> body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .eTag(IfMatch.tag(StreamId.parse(done.stream()), done.version()))
                .header(POSITION, done.stream() + "@" + done.version());
        if (location != null) {
            answer.location(location.apply(done));
        }
        if (done.repeated()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(body.apply(done));
    }
}
