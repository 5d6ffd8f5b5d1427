package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.platform.mongo.IndexGuard;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoEventLog;

/** Items and everything that scans make of them, with MongoDB chosen by configuration alone. */
@Import(IndexGuard.class)
class ScansOnMongoTest extends ScansOverHttpTest {
    private static final MongoDouble MONGO = new MongoDouble();

    @Autowired
    private IndexGuard guard;

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry settings) {
        settings.add("tthc.store", () -> "mongodb");
        settings.add("tthc.mongodb.uri", () -> MONGO.uri("postal"));
    }

    @AfterEach
    void every_query_is_served_by_an_index_that_was_declared() {
        guard.everyQueryWasServed();
    }

    @Test
    void the_log_is_in_mongodb() {
        assertThat(log).isInstanceOf(MongoEventLog.class);
    }
}
