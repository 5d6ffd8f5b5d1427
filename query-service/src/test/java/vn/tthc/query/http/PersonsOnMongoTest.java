package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.platform.mongo.IndexGuard;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.store.DocumentStore;

/** Persons found, shown and forgotten, with MongoDB chosen by configuration alone. */
@Import(IndexGuard.class)
class PersonsOnMongoTest extends PersonsTest {
    private static final MongoDouble MONGO = new MongoDouble();

    @Autowired
    @Qualifier("documents")
    private DocumentStore stored;

    @Autowired
    private IndexGuard guard;

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry settings) {
        settings.add("tthc.store", () -> "mongodb");
        settings.add("tthc.mongodb.uri", () -> MONGO.uri("query"));
    }

    @AfterEach
    void everyQueryIsServedByAnIndexThatWasDeclared() {
        guard.everyQueryWasServed();
    }

    @Test
    void theViewsAreInMongodb() {
        assertThat(stored).isInstanceOf(MongoDocuments.class);
    }
}
