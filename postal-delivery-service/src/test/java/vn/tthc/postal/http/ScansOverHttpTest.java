package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.StreamId;
import vn.tthc.postal.http.Api.Answer;

class ScansOverHttpTest extends PostalFixture {
    @Test
    void late_repeated_and_contradicting_scans_leave_the_item_where_its_proof_says() {
        String item = opened();
        String office = scan("s2", "AT_DELIVERY_OFFICE", "2026-03-03T08:00:00+07:00", "");
        String proof = delivered("s3", "2026-03-03T09:00:00+07:00", NAME);

        Answer first = worker().post(scans(item), office);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().path("result").asString()).isEqualTo("applied");
        Answer delivery = worker().post(scans(item), proof);
        assertThat(delivery.json().path("delivered").asBoolean())
                .as(delivery.toString())
                .isTrue();
        Answer late = worker().post(scans(item), scan("s1", "ACCEPTED", "2026-03-02T15:00:00+07:00", ""));
        assertThat(late.json().path("result").asString()).isEqualTo("applied");
        Answer after = worker().post(scans(item), scan("s4", "IN_TRANSIT", "2026-03-03T10:00:00+07:00", ""));
        assertThat(after.json().path("result").asString()).isEqualTo("anomaly");
        assertThat(after.json().path("anomaly").asString()).isEqualTo("AFTER_DELIVERY");
        Answer twice = worker().post(scans(item), delivered("s5", "2026-03-03T11:00:00+07:00", "Ai đó"));
        assertThat(twice.json().path("anomaly").asString()).isEqualTo("AFTER_DELIVERY");
        Answer future = worker().post(scans(item), scan("s6", "RETURNING", "2199-01-01T00:00:00Z", ""));
        assertThat(future.json().path("anomaly").asString()).isEqualTo("IN_THE_FUTURE");

        for (String again : List.of(office, proof)) {
            Answer repeated = worker().post(scans(item), again);
            assertThat(repeated.status()).as(repeated.toString()).isEqualTo(200);
            assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        }
        assertThat(worker().post(scans(item), proof).http().body())
                .isEqualTo(delivery.http().body());

        JsonNode view = get(item);
        assertThat(view.path("status").asString()).isEqualTo("DELIVERED");
        assertThat(view.path("scans").get(0).path("scanId").asString()).isEqualTo("s1");
        assertThat(view.path("scans")).hasSize(3);
        assertThat(view.path("setAside")).hasSize(3);
        assertThat(view.at("/proof/paperShown").asString()).isEqualTo("CCCD");
        assertThat(view.toString()).doesNotContain(NAME).doesNotContain("Ai đó");
    }

    @Test
    void the_same_scan_with_other_content_is_a_conflict_even_when_only_the_name_differs() {
        String item = opened();
        worker().post(scans(item), delivered("s1", "2026-03-03T09:00:00+07:00", NAME));

        Answer otherName = worker().post(scans(item), delivered("s1", "2026-03-03T09:00:00+07:00", "Ai đó"));
        Answer otherTime = worker().post(scans(item), delivered("s1", "2026-03-03T09:01:00+07:00", NAME));
        Answer otherKind = worker().post(scans(item), scan("s1", "RETURNED", "2026-03-03T09:00:00+07:00", ""));

        for (Answer answer : List.of(otherName, otherTime, otherKind)) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("SCAN_CONFLICT");
            assertThat(answer.field()).isEqualTo("scanId");
        }
        assertThat(get(item).path("scans")).hasSize(1);
    }

    @Test
    void one_delivery_told_by_many_at_once_is_one_delivery() throws Exception {
        for (int round = 0; round < 5; round++) {
            String item = opened();
            Callable<Answer> telling =
                    () -> worker().post(scans(item), delivered("s1", "2026-03-03T09:00:00+07:00", NAME));
            try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
                List<Future<Answer>> answers =
                        pool.invokeAll(List.of(telling, telling, telling, telling, telling, telling, telling, telling));
                int news = 0;
                for (Future<Answer> future : answers) {
                    Answer answer = future.get(30, TimeUnit.SECONDS);
                    assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
                    news += answer.status() == 201 ? 1 : 0;
                }
                assertThat(news).isEqualTo(1);
            }
            assertThat(log.read(StreamId.item(item).toString(), 1, 10)).hasSize(3);
        }
    }

    @Test
    void a_delivery_without_proof_and_a_failure_without_reason_are_refused() {
        String item = opened();

        Answer noProof = worker().post(scans(item), scan("s1", "DELIVERED", "2026-03-03T09:00:00+07:00", ""));
        Answer noReason = worker().post(scans(item), scan("s1", "ATTEMPT_FAILED", "2026-03-03T09:00:00+07:00", ""));
        Answer failed = worker().post(
                        scans(item),
                        scan("s1", "ATTEMPT_FAILED", "2026-03-03T09:00:00+07:00", ",\"reason\":\"NOT_FOUND\""));

        assertThat(noProof.status()).isEqualTo(409);
        assertThat(noProof.code()).isEqualTo("PROOF_REQUIRED");
        assertThat(noReason.code()).isEqualTo("REASON_REQUIRED");
        assertThat(failed.status()).as(failed.toString()).isEqualTo(201);
        assertThat(get(item).path("failedAttempts").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"point\":\"LDG-0001\"        | \"point\":\"LDG-9999\"             | point",
                "\"point\":\"LDG-0001\",       | ``                                 | point",
                "\"kind\":\"ACCEPTED\"         | \"kind\":\"LOST\"                  | kind",
                "\"kind\":\"ACCEPTED\",        | ``                                 | kind",
                "\"sequence\":1                | \"sequence\":-1                    | sequence",
                "\"sequence\":1                | \"sequence\":\"một\"               | sequence",
                "\"scanId\":\"s1\"             | \"scanId\":\"\"                    | scanId",
                "\"scanId\":\"s1\"             | \"scanId\":\"s 1\"                 | scanId",
                "2026-03-03T09:00:00+07:00     | 2026-03-03                         | occurredAt",
                "\"sequence\":1                | \"sequence\":1,\"weight\":3        | weight",
                "\"sequence\":1                | \"sequence\":1,\"reason\":\"LAZY\" | reason",
                "\"sequence\":1 | \"sequence\":1,\"proof\":{\"relation\":\"OWNER\",\"paperShown\":\"CCCD\"} | proof.recipientName",
                "\"sequence\":1 | \"sequence\":1,\"proof\":{\"recipientName\":\"x\",\"relation\":\"OWNER\",\"paperShown\":\"cccd\"} | proof.paperShown",
                "\"sequence\":1 | \"sequence\":1,\"proof\":{\"recipientName\":\"x\",\"relation\":\"NEIGHBOUR\",\"paperShown\":\"CCCD\"} | proof.relation",
            })
    void rubbish_is_refused_with_the_name_of_the_field(String what, String instead, String field) {
        String item = opened();
        String good = scan("s1", "ACCEPTED", "2026-03-03T09:00:00+07:00", "");
        assertThat(good).contains(what);

        Answer answer = worker().post(scans(item), good.replace(what, instead));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.field()).as(answer.toString()).isEqualTo(field);
        assertThat(get(item).path("scans")).isEmpty();
    }
}
