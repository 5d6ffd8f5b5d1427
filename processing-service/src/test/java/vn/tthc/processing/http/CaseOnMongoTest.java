package vn.tthc.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoEventLog;

/** Everything a case can do, with MongoDB chosen by configuration alone. */
class CaseOnMongoTest extends CaseOverHttpTest {
    private static final MongoDouble MONGO = new MongoDouble();

    @Autowired
    private EventLog chosen;

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry settings) {
        settings.add("tthc.store", () -> "mongodb");
        settings.add("tthc.mongodb.uri", () -> MONGO.uri("processing"));
    }

    @Test
    void the_log_is_in_mongodb() {
        assertThat(chosen).isInstanceOf(MongoEventLog.class);
    }
}
