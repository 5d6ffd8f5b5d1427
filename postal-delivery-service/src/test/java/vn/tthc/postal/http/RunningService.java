package vn.tthc.postal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.TestTokens;

/** The service on a real server and a file of its own, without a broker: events are handed to its reaction. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningService {
    /** One for all classes, as they share the running service. */
    private static final Path FOLDER = folder();

    static final TestTokens TOKENS = new TestTokens(FOLDER);

    static final StubCarrier CARRIER = new StubCarrier();

    static final Path CARRIER_KEY = KeyFiles.write(FOLDER, KeyFiles.line(1));

    /** Of a carrier that only tells. */
    static final Path OTHER_KEY = KeyFiles.write(FOLDER, KeyFiles.line(1));

    @LocalServerPort
    int port;

    @Autowired
    private List<Reaction> reactions;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private EventLog ownLog;

    @Autowired
    private EventJson eventJson;

    private static Path folder() {
        try {
            return Files.createTempDirectory("tthc-postal");
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
        // Items of tests lie in the past: a timer of its own accord would change what they look at.
        settings.add("tthc.timers.every", () -> "1h");
        settings.add("tthc.carriers.use", () -> "vnpost,upu");
        settings.add("tthc.carriers.known.upu.key", OTHER_KEY::toString);
        settings.add("tthc.carriers.attempts", () -> "3");
        settings.add("tthc.carriers.known.vnpost.url", CARRIER::url);
        settings.add("tthc.carriers.known.vnpost.key", CARRIER_KEY::toString);
        settings.add("tthc.carriers.every", () -> "50ms");
        settings.add("tthc.carriers.quiet", () -> "1s");
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

    /** Lets the events of one of the service's own streams come back from the topic. */
    void comesBack(StreamId stream) {
        for (RecordedEvent recorded : ownLog.read(stream.toString(), 1, 500)) {
            Envelope envelope = recorded.envelope();
            var event = eventJson.read(envelope.type(), envelope.revision(), recorded.data());
            projections.stream()
                    .filter(projection -> projection.topics().contains(Topics.POSTAL))
                    .forEach(projection -> documents.write(writer -> {
                        projection.apply(new ReceivedEvent(envelope, event, 0), writer);
                        return true;
                    }));
            reactions.stream()
                    .filter(reaction -> reaction.topics().contains(Topics.POSTAL))
                    .forEach(reaction -> reaction.react(new ReceivedEvent(envelope, event, 0)));
        }
    }

    /** Lets an event of a dossier arrive. */
    void arrives(String dossierId, long version, Instant at, DossierEvent event) {
        Envelope envelope = envelope(StreamId.dossier(dossierId), version, at);
        reactions.stream()
                .filter(reaction -> reaction.topics().contains("tthc.dossier"))
                .forEach(reaction -> reaction.react(new ReceivedEvent(envelope, event, 0)));
    }

    /** The envelope of an event of another service. */
    static Envelope envelope(StreamId stream, long version, Instant at) {
        return new Envelope(
                UUID.randomUUID().toString(),
                stream.type().prefix(),
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
                stream.id(),
                null,
                null);
    }
}
