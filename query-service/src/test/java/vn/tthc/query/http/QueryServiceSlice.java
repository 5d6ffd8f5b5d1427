package vn.tthc.query.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.TestTokens;
import vn.tthc.query.QueryApplication;
import vn.tthc.query.Story;
import vn.tthc.query.freshness.AsOf;
import vn.tthc.query.projection.DossierProjection;

/** The whole service on a folder of its own; no broker answers, events are handed to the projection directly. */
@SpringBootTest(classes = {QueryApplication.class, QueryServiceSlice.Told.class})
@AutoConfigureMockMvc
abstract class QueryServiceSlice {
    static final Instant AS_OF = Instant.parse("2026-03-05T01:00:00Z");
    static final Tokens TOKENS = new Tokens();
    private static final Path FOLDER = folder();

    @Autowired
    MockMvc http;

    @Autowired
    DocumentStore documents;

    @Autowired
    DossierProjection projection;

    @Autowired
    PersonVault vault;

    @Autowired
    Told told;

    /** In place of watermarks, which come from Kafka. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Told {
        final Set<String> parked = ConcurrentHashMap.newKeySet();

        @Bean
        @Primary
        AsOf asOf() {
            return new AsOf() {
                @Override
                public @Nullable Instant moment() {
                    return AS_OF;
                }

                @Override
                public boolean parked(String dossierId) {
                    return parked.contains(dossierId);
                }
            };
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("query-slice");
            TOKENS.writePublicKey(folder.resolve("jwt.pem"));
            for (String key : List.of("master.key", "hash.key")) {
                Files.writeString(
                        folder.resolve(key), "1:" + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void place(DynamicPropertyRegistry properties) {
        properties.add("TTHC_DATA_DIR", () -> FOLDER.resolve("data").toString());
        properties.add("TTHC_JWT_PUBLIC_KEY", () -> FOLDER.resolve("jwt.pem").toString());
        properties.add("TTHC_AUDIENCE", () -> TestTokens.AUDIENCE);
        properties.add("TTHC_MASTER_KEY", () -> FOLDER.resolve("master.key").toString());
        properties.add("TTHC_HASH_KEY", () -> FOLDER.resolve("hash.key").toString());
        properties.add("TTHC_KAFKA", () -> "127.0.0.1:1");
    }

    static String token(Role role, @Nullable String agency) {
        return TOKENS.of(role, agency);
    }

    /** A story whose applicant's name is sealed by the vault. */
    Story story(String id, String applicant) {
        String person = vault.newPerson();
        String command = "filing-" + id;
        return Story.of(id)
                .applicant(vault.seal(person, StreamId.dossier(id), command, "applicant.name", applicant), command);
    }

    void project(Story story) {
        documents.write(writer -> {
            for (ReceivedEvent event : story.all()) {
                projection.apply(event, writer);
            }
            return true;
        });
    }
}
