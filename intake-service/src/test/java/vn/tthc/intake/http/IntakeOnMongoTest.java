package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.platform.mongo.IndexGuard;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoEventLog;

/** A dossier at the counter, with MongoDB chosen by configuration alone. */
@Import(IndexGuard.class)
class IntakeOnMongoTest extends IntakeServer {
    private static final MongoDouble MONGO = new MongoDouble();

    @Autowired
    private IndexGuard guard;

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry settings) {
        settings.add("tthc.store", () -> "mongodb");
        settings.add("tthc.mongodb.uri", () -> MONGO.uri("intake"));
    }

    @AfterEach
    void every_query_is_served_by_an_index_that_was_declared() {
        guard.everyQueryWasServed();
    }

    @Test
    void a_dossier_is_submitted_received_handed_over_and_seen() {
        assertThat(log).isInstanceOf(MongoEventLog.class);
        Answer submitted = submitted(submission());
        assertThat(submitted.status()).isEqualTo(201);
        Answer received = received(submitted);
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text("/code")).matches("H36\\.\\d{3}-\\d{8}-\\d{7}");
        Answer given = desk(submitted, "hand-overs", received, "{}");
        assertThat(given.status()).isEqualTo(200);

        assertThat(desk(submitted, "hand-overs", received, "{}").status())
                .as("with an old version in hand")
                .isEqualTo(412);
        String dossierId = submitted.text("/dossierId");
        Instant end = Instant.now();
        Told told = new Told(reactions);
        told.tell(StreamId.caseOf(dossierId), 9, dossierId, new CaseEvent.Finished(end, "12/QĐ-UBND", false));
        told.tell(StreamId.caseOf(dossierId), 9, dossierId, new CaseEvent.Finished(end, "12/QĐ-UBND", false));

        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(9);
        assertThat(log.read("dossier-" + dossierId, 1, 100))
                .extracting(event -> event.envelope().version())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(4);
    }
}
