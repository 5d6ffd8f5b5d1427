package vn.tthc.platform.person;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.operation.OperationLog;

/**
 * Forgets a person whose erasure was decided: the key, what was derived, and then says so with an event of this service.
 * Every service does it, whether it knew the person or not; the fact that somebody is erased is kept, so that a key
 * that comes later does not bring the person back.
 */
final class ErasureReaction implements Reaction {
    private static final String ROLE = "forget";

    private final AesPersonVault vault;
    private final ErasedPersons erased;
    private final List<PersonTraces> traces;
    private final OperationLog log;
    private final InstantSource clock;

    /** The reaction; whoever was erased before what was restored here is erased again. */
    ErasureReaction(
            AesPersonVault vault,
            ErasedPersons erased,
            List<PersonTraces> traces,
            OperationLog log,
            InstantSource clock) {
        this.vault = vault;
        this.erased = erased;
        this.traces = List.copyOf(traces);
        this.log = log;
        this.clock = clock;
        erased.all().stream().filter(person -> !vault.isForgotten(person)).forEach(this::forgetAgain);
    }

    /** The key goes last: until then the next start does it once more. */
    private void forgetAgain(String person) {
        traces.forEach(trace -> trace.dropRestored(person));
        vault.erase(person);
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.OPERATION);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof OperationEvent.PersonErased decided) {
            forget(decided.person(), received.envelope());
        }
    }

    private void forget(String person, Envelope envelope) {
        erased.add(person);
        vault.erase(person);
        traces.forEach(trace -> trace.drop(person));
        Cause cause = new Cause(envelope.stream(), envelope.version(), ROLE);
        log.record(
                log.stream("forgotten." + person),
                envelope.stream() + "@" + envelope.version() + "/" + ROLE,
                cause,
                new OperationEvent.PersonForgotten(clock.instant(), person, log.service()),
                new Provenance(
                        new Actor(log.service(), Set.of(Role.SYSTEM), null),
                        envelope.origin(),
                        envelope.correlation(),
                        null,
                        null,
                        null));
    }
}
