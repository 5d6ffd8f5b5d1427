package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoEventLog;

/** Items and everything that scans make of them, with MongoDB chosen by configuration alone. */
class ScansOnMongoTest extends ScansOverHttpTest {
    private static final MongoDouble MONGO = new MongoDouble();

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry settings) {
        settings.add("tthc.store", () -> "mongodb");
        settings.add("tthc.mongodb.uri", () -> MONGO.uri("postal"));
    }

    @Test
    void the_log_is_in_mongodb() {
        assertThat(log).isInstanceOf(MongoEventLog.class);
    }
}
