package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.postal.http.Api.Answer;

class ScanBatchesOverHttpTest extends PostalFixture {
    private static final String BATCHES = "/api/v1/scan-batches";
    private static final String AT = "2026-03-03T09:00:00+07:00";
    private static final String HEADER = "item,scanId,kind,occurredAt,point,device,sequence";

    @AfterEach
    void mend() {
        PulledPlug.mend();
    }

    private static String entry(String item, String scan) {
        return "{\"item\":\"" + item + "\",\"scan\":" + scan + "}";
    }

    private Answer tell(List<String> entries) {
        return worker().post(BATCHES, "{\"scans\":[" + String.join(",", entries) + "]}");
    }

    private Answer csv(String text) {
        return worker().upload(BATCHES, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String result(Answer answer, int row) {
        return answer.json().path("results").path(row - 1).path("result").asString();
    }

    private static JsonNode problem(Answer answer, int row) {
        return answer.json().path("results").path(row - 1).path("problem");
    }

    private String identifier(String item) {
        return get(item).path("identifier").asString();
    }

    @Test
    void each_scan_has_a_result_of_its_own_and_what_is_wrong_holds_up_nothing() {
        String item = known();
        String other = opened();
        Answer answer = tell(List.of(
                entry(identifier(item), scan("s1", "ACCEPTED", AT, "")),
                entry(item, delivered("s2", "2026-03-03T10:00:00+07:00", NAME)),
                entry(item, scan("s3", "IN_TRANSIT", "2026-03-03T11:00:00+07:00", "")),
                entry(item, scan("s1", "ACCEPTED", AT, "")),
                entry(item, scan("s1", "IN_TRANSIT", AT, "")),
                entry(other, scan("t1", "ATTEMPT_FAILED", AT, "")),
                entry(other, scan("t2", "ACCEPTED", AT, "")),
                entry("RL000000008VN", scan("u1", "ACCEPTED", AT, "")),
                entry("RL990000000VN", scan("u2", "ACCEPTED", AT, "")).replace("RL990000000VN", "XX-1"),
                entry(item, scan("u3", "LOST", AT, "")),
                entry(item, scan("u4", "ACCEPTED", AT, "").replace("LDG-0001", "LDG-0002")),
                "{\"item\":\"x\"}",
                "null"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("taken").asInt()).as(answer.toString()).isEqualTo(5);
        assertThat(answer.json().path("refused").asInt()).isEqualTo(8);
        assertThat(result(answer, 1)).isEqualTo("applied");
        assertThat(answer.json().path("results").path(1).path("delivered").asBoolean())
                .isTrue();
        assertThat(result(answer, 3)).isEqualTo("anomaly");
        assertThat(result(answer, 4)).isEqualTo("applied");
        assertThat(problem(answer, 5).path("code").asString()).isEqualTo("SCAN_CONFLICT");
        assertThat(problem(answer, 6).path("code").asString()).isEqualTo("REASON_REQUIRED");
        assertThat(result(answer, 7)).isEqualTo("applied");
        assertThat(problem(answer, 8).path("code").asString()).isEqualTo("CHECK_DIGIT");
        assertThat(problem(answer, 8).path("field").asString()).isEqualTo("item");
        assertThat(problem(answer, 9).path("code").asString()).isEqualTo("UNKNOWN");
        assertThat(problem(answer, 10).path("field").asString()).isEqualTo("scan.kind");
        assertThat(problem(answer, 11).path("code").asString()).isEqualTo("FORBIDDEN");
        assertThat(problem(answer, 12).path("field").asString()).isEqualTo("scan");
        assertThat(problem(answer, 13).path("code").asString()).isEqualTo("MALFORMED_REQUEST");
        assertThat(get(item).path("status").asString()).isEqualTo("DELIVERED");
        assertThat(get(item).path("scans")).hasSize(2);
        assertThat(get(other).path("scans")).hasSize(1);
        assertThat(answer.toString()).doesNotContain(NAME);
    }

    @Test
    void what_was_told_one_by_one_is_the_same_in_a_batch_and_the_other_way_round() {
        String item = known();
        String proof = delivered("s2", "2026-03-03T10:00:00+07:00", NAME);
        worker().post(scans(item), scan("s1", "ACCEPTED", AT, ""));
        worker().post(scans(item), proof);

        Answer batch = tell(List.of(
                entry(item, scan("s1", "ACCEPTED", AT, "")),
                entry(item, proof),
                entry(item, delivered("s2", "2026-03-03T10:00:00+07:00", "Ai đó"))));

        assertThat(batch.json().path("results").path(0).path("repeated").asBoolean())
                .as(batch.toString())
                .isTrue();
        assertThat(batch.json().path("results").path(1).path("repeated").asBoolean())
                .isTrue();
        assertThat(problem(batch, 3).path("code").asString()).isEqualTo("SCAN_CONFLICT");
        String other = known();
        tell(List.of(entry(other, proof)));
        assertThat(worker().post(scans(other), proof).status()).isEqualTo(200);
        assertThat(worker().post(scans(other), proof.replace(NAME, "Ai đó")).status())
                .isEqualTo(409);
        assertThat(log.read(StreamId.item(other).toString(), 1, 10)).hasSize(3);
    }

    @Test
    void two_proofs_under_one_name_in_one_batch_are_compared_and_the_later_is_refused() {
        String item = known();
        String at = "2026-03-03T10:00:00+07:00";
        String proof = delivered("s2", at, NAME);

        Answer batch = tell(List.of(
                entry(item, proof),
                entry(item, delivered("s2", at, "Ai đó")),
                entry(item, proof.replace("135790", "246810")),
                entry(item, proof)));

        assertThat(result(batch, 1)).as(batch.toString()).isEqualTo("applied");
        assertThat(problem(batch, 2).path("code").asString()).isEqualTo("SCAN_CONFLICT");
        assertThat(problem(batch, 3).path("code").asString()).isEqualTo("SCAN_CONFLICT");
        assertThat(result(batch, 4)).isEqualTo("applied");
        assertThat(batch.json().path("taken").asInt()).isEqualTo(2);
        assertThat(events(item)).as("opened, one scan, delivered").isEqualTo(3);
        assertThat(worker().post(scans(item), proof).status())
                .as("the first is the one that is kept")
                .isEqualTo(200);
    }

    @Test
    void a_batch_that_broke_off_in_the_middle_is_told_again_and_nothing_is_lost_or_repeated() {
        Random random = new Random(20_260_302);
        for (int round = 0; round < 4; round++) {
            List<String> items = new ArrayList<>();
            List<String> entries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String item = known();
                items.add(item);
                entries.add(entry(item, scan("a" + i, "ACCEPTED", AT, "")));
                entries.add(entry(item, scan("b" + i, "IN_TRANSIT", "2026-03-03T09:30:00+07:00", "")));
                entries.add(entry(item, delivered("c" + i, "2026-03-03T10:00:00+07:00", NAME)));
            }
            PulledPlug.after(1 + random.nextInt(20));
            assertThat(tell(entries).status()).isEqualTo(500);
            PulledPlug.mend();

            long before = items.stream().filter(item -> events(item) > 1).count();
            Collections.shuffle(entries, random);
            Answer again = tell(entries);

            assertThat(before).as("something was recorded before it broke").isPositive();
            assertThat(again.json().path("taken").asInt()).as(again.toString()).isEqualTo(entries.size());
            for (String item : items) {
                assertThat(get(item).path("status").asString()).isEqualTo("DELIVERED");
                assertThat(events(item)).as("opened, three scans, delivered").isEqualTo(5);
            }
        }
    }

    @Test
    void a_log_without_room_leaves_what_was_recorded_before_as_it_is_and_the_rest_is_told_again() {
        String item = known();
        List<String> entries = List.of(
                entry(item, scan("s1", "ACCEPTED", AT, "")),
                entry(item, delivered("s2", "2026-03-03T10:00:00+07:00", NAME)),
                entry(item, delivered("s3", "2026-03-03T11:00:00+07:00", NAME)));
        PulledPlug.after(1, () -> {
            throw new LogUnavailable("no room", null);
        });

        Answer answer = tell(entries);
        PulledPlug.mend();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(result(answer, 2)).as("a proof goes first, by itself").isEqualTo("applied");
        assertThat(problem(answer, 1).path("code").asString()).isEqualTo("OVERLOADED");
        assertThat(problem(answer, 3).path("code").asString()).isEqualTo("OVERLOADED");
        assertThat(get(item).path("scans")).hasSize(1);
        Answer again = tell(entries);
        assertThat(again.json().path("taken").asInt()).as(again.toString()).isEqualTo(3);
        assertThat(again.json().path("results").path(1).path("repeated").asBoolean())
                .isTrue();
    }

    @Test
    void a_failure_nobody_expected_refuses_its_own_scans_and_no_others() {
        String first = known();
        String second = known();
        PulledPlug.after(1, () -> {
            throw new IllegalStateException(NAME);
        });

        Answer answer = tell(
                List.of(entry(first, scan("s1", "ACCEPTED", AT, "")), entry(second, scan("t1", "ACCEPTED", AT, ""))));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(List.of(result(answer, 1), result(answer, 2))).containsExactlyInAnyOrder("applied", "refused");
        assertThat(answer.toString()).contains("INTERNAL_ERROR").doesNotContain(NAME);
    }

    @Test
    void an_item_whose_stream_cannot_be_read_is_refused_by_itself() {
        String broken = opened();
        RecordedEvent opening = log.read(StreamId.item(broken).toString(), 1, 1).getFirst();
        Envelope twice = opening.envelope();
        log.append(new Commit(
                StreamId.item(broken),
                1,
                "opened twice",
                null,
                null,
                new Provenance(twice.actor(), twice.origin(), twice.correlation(), null, null, null),
                List.of(new NewEvent(
                        "opened twice " + broken,
                        twice.type(),
                        twice.revision(),
                        twice.occurredAt(),
                        twice.audience(),
                        twice.dossierId(),
                        opening.data()))));
        String whole = opened();

        Answer answer = tell(List.of(
                entry(broken, scan("s1", "ACCEPTED", AT, "")),
                entry(whole, scan("t1", "ACCEPTED", AT, "")),
                entry(broken, delivered("s2", "2026-03-03T10:00:00+07:00", NAME))));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(problem(answer, 1).path("code").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(result(answer, 2)).isEqualTo("applied");
        assertThat(problem(answer, 3).path("code").asString()).isEqualTo("INTERNAL_ERROR");
    }

    private int events(String item) {
        return log.read(StreamId.item(item).toString(), 1, 100).size();
    }

    @Test
    void a_file_of_scans_is_read_with_quotes_and_line_breaks_as_spreadsheets_write_them() {
        String item = known();
        String file = "\uFEFF" + HEADER + ",recipientName,relation,paperShown,oneTimeCode\r\n"
                + identifier(item) + ",s1,ACCEPTED," + AT + ",LDG-0001,PDA-7,1,,,,\r\n"
                + "\"" + item + "\",s2,DELIVERED,2026-03-03T10:00:00+07:00,LDG-0001,PDA-7,2,"
                + "\"Nguyễn \"\"Tư\"\", bà\",OWNER,CCCD,135790\r\n"
                + item + ",s3,ACCEPTED,hôm qua,LDG-0001,PDA-7,ba,,,,\r\n\r\n";

        Answer answer = csv(file);

        assertThat(answer.json().path("taken").asInt()).as(answer.toString()).isEqualTo(2);
        assertThat(problem(answer, 3).path("field").asString()).isEqualTo("scan.occurredAt");
        assertThat(get(item).path("status").asString()).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "item,scanId,kind;1,2,3                       | CSV_COLUMN_MISSING | Row 1",
                "item,scanId,colour;1,2,3                     | CSV_HEADER         | column 3",
                "H,item;1,2,3,4,5,6,7,8                       | CSV_HEADER         | column 8",
                "H;a,s,ACCEPTED,x,p,d,1;a,s,ACCEPTED,x,p      | CSV_FIELDS         | Row 3, column 5",
                "H;a,s,ACCEPTED,x,p,d,1,                      | CSV_FIELDS         | Row 2, column 8",
                "H;a,s\"x,ACCEPTED,x,p,d,1                    | CSV_QUOTE          | Row 2, column 2",
                "H;a,s,\"ACCEPTED,x,p,d,1                     | CSV_QUOTE          | Row 2, column 3",
                "H;a,\"s\"x,ACCEPTED,x,p,d,1                  | CSV_QUOTE          | Row 2, column 2",
                "H                                            | CSV_ROWS           | 1 to 5000",
            })
    void a_file_that_cannot_be_read_is_refused_with_row_and_column(String file, String code, String where) {
        Answer answer = csv(file.replace("H", HEADER).replace(";", "\n"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/messages/en").asString()).contains(where);
    }

    @Test
    void a_file_that_is_no_text_or_too_long_is_refused() {
        byte[] latin = (HEADER + "\nRL1,s,Ð").getBytes(StandardCharsets.ISO_8859_1);
        Answer noText = worker().upload(BATCHES, "text/csv", latin);
        Answer many = csv(HEADER + "\na,s,ACCEPTED,x,p,d,1".repeat(5_001));
        Answer large = csv(HEADER + "\n" + "x".repeat(9_000_000));
        Answer tooMany = tell(Collections.nCopies(5_001, "{}"));

        assertThat(noText.code()).isEqualTo("CSV_NOT_TEXT");
        assertThat(noText.json().at("/messages/en").asString()).contains("Row 2, column 3");
        assertThat(many.code()).isEqualTo("CSV_ROWS");
        assertThat(large.status()).isEqualTo(413);
        assertThat(tooMany.field()).isEqualTo("scans");
    }

    /** How long it takes is printed and never demanded here; docs/performance.md says what was measured. */
    @Test
    void five_thousand_scans_are_taken_by_one_request() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            items.add(opened());
        }
        List<String> entries = new ArrayList<>();
        String[] kinds = {"ACCEPTED", "IN_TRANSIT", "IN_TRANSIT", "AT_DELIVERY_OFFICE", "INVITED"};
        for (int k = 0; k < kinds.length; k++) {
            for (String item : items) {
                entries.add(entry(item, scan("k" + k, kinds[k], "2026-03-03T0" + (4 + k) + ":00:00+07:00", "")));
            }
        }
        Collections.shuffle(entries, new Random(7));

        long start = System.nanoTime();
        Answer answer = tell(entries);
        System.out.printf(
                "5,000 scans of 1,000 items in one request: %d ms%n", (System.nanoTime() - start) / 1_000_000);

        assertThat(answer.json().path("taken").asInt()).isEqualTo(5_000);
        assertThat(get(items.get(17)).path("status").asString()).isEqualTo("INVITED");
    }
}
