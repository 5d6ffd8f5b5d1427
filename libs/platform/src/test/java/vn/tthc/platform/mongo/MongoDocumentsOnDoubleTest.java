package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoDocumentsOnDoubleTest extends MongoDocumentsContract {
    private static MongoDouble mongo;

    @BeforeAll
    static void start() {
        mongo = new MongoDouble();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @Override
    String freshUri() {
        return mongo.freshUri();
    }

    @Test
    void one_index_for_each_declared_look_up_is_sent_and_one_that_ends_what_is_gone_after_seven_days() {
        assertThat(guard.declared("doc_things"))
                .extracting(BsonDocument::toJson)
                .containsExactlyInAnyOrder(
                        "{\"key\": {\"f.color\": 1, \"f.size\": 1, \"_id\": 1}, \"name\": \"by_color\"}",
                        "{\"key\": {\"f.name\": 1, \"_id\": 1}, \"name\": \"by_name\"}",
                        "{\"key\": {\"goneAt\": 1}, \"name\": \"gone\","
                                + " \"sparse\": true, \"expireAfterSeconds\": 604800}");
    }

    @Test
    void the_guard_notices_a_look_up_that_names_an_index_nobody_declared_or_one_that_does_not_serve_it() {
        Document red = new Document(StoredDocument.path("color"), "red");
        connection.collection("doc_things").find(red).hintString("by_color").first();
        assertThat(guard.unserved()).isEmpty();

        connection.collection("doc_things").find(red).hintString("by_taste").first();
        connection.collection("doc_things").find(red).hintString("by_name").first();
        connection.collection("doc_others").find(red).hintString("by_color").first();

        assertThat(guard.unserved()).hasSize(3);
        assertThatThrownBy(guard::everyQueryWasServed).isInstanceOf(AssertionError.class);
        guard.unserved().clear();
    }

    @Test
    void a_guard_that_heard_nothing_says_so() {
        assertThatThrownBy(new IndexGuard()::everyQueryWasServed).isInstanceOf(AssertionError.class);
    }
}
