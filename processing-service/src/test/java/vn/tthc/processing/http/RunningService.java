package vn.tthc.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.timer.Timer;
import vn.tthc.platform.timer.TimerRule;
import vn.tthc.platform.web.TestTokens;

/** The service on a real server and a file of its own, without a broker: events are handed to its reaction. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RunningService.Interrupted.class)
abstract class RunningService {
    private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(() -> {});

    /** One for all classes, as they share the running service. */
    private static final Path FOLDER = folder();

    static final TestTokens TOKENS = new TestTokens(FOLDER);

    @LocalServerPort
    int port;

    @Autowired
    private List<Reaction> reactions;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private EventLog log;

    @Autowired
    private EventJson json;

    @Autowired
    private Commands commands;

    @Autowired
    private List<TimerRule> rules;

    /** Commands before which something else can happen, once. */
    static class Interrupted implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof Commands real)) {
                return bean;
            }
            Commands interrupted = (stream, command, context) -> {
                MEANWHILE.getAndSet(() -> {}).run();
                return real.send(stream, command, context);
            };
            return interrupted;
        }
    }

    /** Lets something happen after the service has looked at the case for the next command, and before it decides. */
    static void meanwhile(Runnable what) {
        MEANWHILE.set(what);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tthc-processing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("tthc.data-dir", () -> FOLDER.resolve("data").toString());
        settings.add("tthc.kafka", () -> "127.0.0.1:9");
        settings.add("tthc.jwt-public-key", () -> TOKENS.publicKey().toString());
        settings.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> TestTokens.AUDIENCE);
        settings.add(
                "tthc.master-key",
                () -> KeyFiles.write(FOLDER, KeyFiles.line(1)).toString());
    }

    Api as(@Nullable String agency, Role... roles) {
        return new Api(port, TOKENS.token("somebody", agency, roles));
    }

    String token(String account, @Nullable String agency, Set<Role> roles, boolean forSomebodyElse) {
        return TOKENS.token(forSomebodyElse ? "another-system" : TestTokens.AUDIENCE, account, agency, roles);
    }

    Api nobody() {
        return new Api(port, "");
    }

    static String aDossier() {
        return UUID.randomUUID().toString();
    }

    /** Lets an event of a dossier arrive. */
    void arrives(String dossierId, long version, Instant at, DossierEvent event) {
        StreamId stream = StreamId.dossier(dossierId);
        Envelope envelope = new Envelope(
                UUID.randomUUID().toString(),
                "dossier",
                1,
                stream.toString(),
                version,
                at,
                at,
                Origin.LIVE,
                new Actor("officer", Set.of(Role.RECEPTION_OFFICER), null),
                "command-" + version,
                null,
                "correlation",
                null,
                Audience.CITIZEN,
                dossierId,
                null,
                null);
        reactions.stream()
                .filter(reaction -> reaction.topics().contains("tthc.dossier"))
                .forEach(reaction -> reaction.react(new ReceivedEvent(envelope, event, 0)));
    }

    /** Lets a published agency arrive. */
    void published(Agency agency) {
        StreamId stream = new StreamId(StreamType.AGENCY, agency.id());
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        told(stream, new ReferenceEvent.AgencyRegistered(at, agency, "hash"));
    }

    /** Lets a delegation arrive. */
    void delegated(Delegation delegation) {
        StreamId stream = new StreamId(StreamType.DELEGATION, delegation.id());
        told(stream, new ReferenceEvent.DelegationGranted(delegation.from(), delegation));
    }

    private void told(StreamId stream, ReferenceEvent event) {
        Instant at = event.occurredAt();
        Envelope envelope = new Envelope(
                UUID.randomUUID().toString(),
                "reference",
                1,
                stream.toString(),
                1,
                at,
                at,
                Origin.LIVE,
                new Actor("intake", Set.of(Role.SYSTEM), null),
                "command",
                null,
                "correlation",
                null,
                Audience.CITIZEN,
                null,
                null,
                null);
        received(new ReceivedEvent(envelope, event, 0), "tthc.reference");
    }

    /** Lets all that a stream has recorded come back from its topic, as it does after every commit. */
    void comesBack(StreamId stream) {
        for (RecordedEvent recorded : log.read(stream.toString(), 1, 500)) {
            Envelope envelope = recorded.envelope();
            received(
                    new ReceivedEvent(envelope, json.read(envelope.type(), envelope.revision(), recorded.data()), 0),
                    stream.type().topic());
        }
    }

    /** Lets the moment come at which the apology of a case is drafted. */
    void apologyIsDrafted(String dossierId, long version) {
        StreamId stream = StreamId.caseOf(dossierId);
        TimerRule rule = rules.stream()
                .filter(each -> each.streams() == stream.type())
                .findFirst()
                .orElseThrow();
        Timer apology = rule.timers(stream, version).stream()
                .filter(timer -> timer.key().startsWith("apology/"))
                .findFirst()
                .orElseThrow();
        CommandContext context = CommandContext.reaction(
                "processing", new Cause("timer", 1, apology.key()), "correlation", Origin.LIVE, null);
        assertThat(commands.send(stream, rule.command(apology, Instant.now()), context))
                .isInstanceOf(Outcome.Done.class);
    }

    private void received(ReceivedEvent event, String topic) {
        projections.stream()
                .filter(projection -> projection.topics().contains(topic))
                .forEach(projection -> documents.write(writer -> {
                    projection.apply(event, writer);
                    return true;
                }));
        reactions.stream()
                .filter(reaction -> reaction.topics().contains(topic))
                .forEach(reaction -> reaction.react(event));
    }
}
