package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.platform.log.Commits.aStream;
import static vn.tthc.platform.log.Commits.of;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoEventLogOnDoubleTest extends MongoEventLogContract {
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
    void the_declared_indexes_are_sent() {
        assertThat(guard.declared("commits"))
                .extracting(BsonDocument::toJson)
                .containsExactlyInAnyOrder(
                        "{\"key\": {\"stream\": 1, \"last\": -1}, \"name\": \"log_stream\"}",
                        "{\"key\": {\"stream\": 1, \"command\": 1}, \"name\": \"log_command\", \"unique\": true}",
                        "{\"key\": {\"stream\": 1, \"answers\": 1}, \"name\": \"log_answers\", \"unique\": true}",
                        "{\"key\": {\"number\": 1}, \"name\": \"log_number\"}",
                        "{\"key\": {\"recordedAt\": 1}, \"name\": \"log_recorded\"}",
                        "{\"key\": {\"recordedAt\": 1, \"number\": 1}, \"name\": \"log_unpublished\","
                                + " \"partialFilterExpression\": {\"published\": false}}");
    }

    @Test
    void a_commit_is_one_document_and_waits_for_a_majority_and_its_journal() {
        opened.append(of(aStream(), 0, "a", "b", "c"));

        assertThat(guard.sent("insert").stream()
                        .filter(insert -> insert.getString("insert").getValue().equals("commits")))
                .singleElement()
                .satisfies(
                        insert -> assertThat(insert.getDocument("writeConcern").toJson())
                                .isEqualTo("{\"w\": \"majority\", \"j\": true}"));
    }

    @Test
    void the_guard_notices_a_query_and_an_order_that_no_index_serves() {
        connection.collection("commits").find(new Document("fingerprint", "x")).first();
        connection
                .collection("commits")
                .find(new Document("stream", "x"))
                .sort(new Document("number", 1))
                .first();

        assertThat(guard.unserved()).hasSize(2);
        guard.unserved().clear();
    }
}
