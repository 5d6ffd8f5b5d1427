package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.law.Level;
import vn.tthc.law.clock.PauseReason;

class ClockHttpTest extends IntakeServer {
    private static final AgencyRef THE_WARD = new AgencyRef(WARD, "Phường", "Ward", Level.XA, null, null);

    private static final String MISSING = """
            {"items": [{"component": "TP3", "name": "Giấy tờ chứng minh sai sót", "demand": "nộp bản sao"}],
             "reason": "Thiếu thành phần hồ sơ"%s}
            """;

    @Test
    void supplementsStopTheClockMoveTheDateAndAreExplained() {
        Answer submitted = submitted(submission());
        Answer received = received(submitted);
        Answer asked = desk(submitted, "supplement-requests", received, MISSING.formatted(""));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.json().at("/status/code").asInt()).isEqualTo(5);
        assertThat(asked.text("/ground/vi")).contains("Mẫu 02");
        assertThat(asked.json().at("/cost").isMissingNode()
                        || asked.json().at("/cost").isNull())
                .isTrue();

        Answer waiting = to(path(submitted) + "/deadline").as(OFFICER).get();
        assertThat(waiting.text("/dueAt")).isEmpty();
        assertThat(waiting.text("/stoppedSince")).isNotEmpty();
        assertThat(waiting.body()).contains("\"STOPPED\"");

        Answer supplied = desk(submitted, "supplements", asked, "{}");
        assertThat(supplied.status()).as(supplied.body()).isEqualTo(200);
        assertThat(OffsetDateTime.parse(supplied.text("/newDueAt")))
                .isAfterOrEqualTo(OffsetDateTime.parse(supplied.text("/oldDueAt")));
        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(2);

        Answer explained = to(path(submitted) + "/deadline").as(OFFICER).get();
        assertThat(explained.text("/dueAt")).isEqualTo(supplied.text("/newDueAt"));
        assertThat(explained.text("/explanation/0/code")).isEqualTo("START");
        assertThat(explained.text("/pauses/0/ground/en")).contains("form 02");
        assertThat(explained.body()).contains("\"COUNTED\"").contains("\"DUE\"");

        Answer again = desk(submitted, "supplement-requests", supplied, MISSING.formatted(""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("SUPPLEMENT_ALREADY_REQUESTED");
        assertThat(again.body()).contains("766");

        String withLeave = MISSING.formatted(", \"leaveReason\": \"Phát sinh giấy tờ mới\"");
        assertThat(desk(submitted, "supplement-requests", supplied, withLeave).status())
                .as("an officer gives no leave")
                .isEqualTo(403);
        Answer allowed = to(path(submitted) + "/supplement-requests")
                .as(LEADER)
                .seeing(supplied)
                .post(withLeave);
        assertThat(allowed.status()).as(allowed.body()).isEqualTo(200);
        assertThat(allowed.json().at("/nth").asInt()).isEqualTo(2);
        assertThat(allowed.text("/cost/vi")).contains("chỉ tiêu 2.1");
    }

    @Test
    void onlyListedReasonsStopTheClock() {
        Answer submitted = submitted(submission());
        Answer received = received(submitted);
        Answer posting =
                desk(submitted, "pauses", received, "{\"reason\": \"PUBLIC_POSTING\", \"note\": \"Niêm yết 15 ngày\"}");
        assertThat(posting.status()).as(posting.body()).isEqualTo(200);
        Answer opinion = desk(submitted, "pauses", posting, "{\"reason\": \"OPINION\", \"note\": \"Hỏi ý kiến Sở\"}");
        assertThat(opinion.text("/code")).isEqualTo("PAUSE_REASON_NOT_LISTED");
        Answer tax = desk(
                submitted,
                "pauses",
                posting,
                "{\"reason\": \"FINANCIAL_OBLIGATION\", \"note\": \"TB-12\", \"amountVnd\": 1500000}");
        assertThat(tax.status()).as(tax.body()).isEqualTo(200);
        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(6);
        Answer paid =
                desk(submitted, "resumptions", tax, "{\"reason\": \"FINANCIAL_OBLIGATION\", \"note\": \"BL-77\"}");
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        assertThat(paid.text("/newDueAt")).as("the posting still runs").isEmpty();
        Answer down = desk(submitted, "resumptions", paid, "{\"reason\": \"PUBLIC_POSTING\"}");
        assertThat(down.text("/newDueAt")).isNotEmpty();
        assertThat(desk(submitted, "pauses", down, "{\"reason\": \"NONE\", \"note\": \"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theCaseAsksTheDossierRecordsOrSaysWhyNot() {
        Answer submitted = submitted(submission());
        desk(submitted, "hand-overs", received(submitted), "{}");
        String id = submitted.text("/dossierId");
        StreamId stream = StreamId.caseOf(id);
        Told told = new Told(reactions);
        told.tell(stream, 2, id, new CaseEvent.CustodyAccepted(Instant.now(), "kiem-tra", THE_WARD, true));
        told.tell(
                stream,
                3,
                id,
                new CaseEvent.PauseAsked(Instant.now(), "kiem-tra", THE_WARD, PauseReason.OPINION, "Hỏi ý kiến"));
        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(4);
        CaseEvent ask = new CaseEvent.SupplementAsked(
                Instant.now(),
                "kiem-tra",
                THE_WARD,
                new SupplementRequest(List.of(new SupplementRequest.Item(null, "Bản vẽ", "vẽ lại")), "Sai", null),
                null);
        told.tell(stream, 4, id, ask);
        told.tell(stream, 4, id, ask);
        Answer asked = seen(submitted);
        assertThat(asked.json().at("/status/code").asInt()).isEqualTo(5);
        assertThat(asked.json().at("/supplementRequests").asInt()).isEqualTo(1);
        assertThat(log.read("dossier-" + id, 1, 100))
                .extracting(event -> event.envelope().type())
                .contains("dossier.pause-refused")
                .endsWith("dossier.supplement-requested");

        Answer withdrawn = desk(submitted, "withdrawals", asked, "{\"reason\": \"Tôi không cần nữa\"}");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.json().at("/decidedByCase").asBoolean()).isTrue();
        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(7);
        told.tell(stream, 5, id, new CaseEvent.WithdrawalGranted(Instant.now(), THE_WARD));
        Answer stopped = seen(submitted);
        assertThat(stopped.json().at("/status/code").asInt()).isEqualTo(8);
        assertThat(desk(submitted, "withdrawals", stopped, "{\"reason\": \"Lần nữa\"}")
                        .text("/code"))
                .isEqualTo("DOSSIER_OVER");
        assertThat(log.read("dossier-" + id, 1, 100))
                .extracting(event -> new String(event.data(), StandardCharsets.UTF_8))
                .noneMatch(data -> data.contains("Tôi không cần nữa"));
    }

    @Test
    void anApologyAndACorrectionAreForLeaders() {
        Answer submitted = submitted(submission());
        Answer received = received(submitted);
        String later = OffsetDateTime.parse(received.text("/dueAt")).plusDays(3).toString();
        String letter = "{\"promisedAt\": \"%s\", \"reason\": \"Chờ hồ sơ gốc\", \"signer\": \"Chủ tịch UBND\"}"
                .formatted(later);
        assertThat(desk(submitted, "extensions", received, letter).status()).isEqualTo(403);
        Answer absurd = to(path(submitted) + "/extensions")
                .as(LEADER)
                .seeing(received)
                .post(letter.replace(later, "2199-01-01T00:00:00Z"));
        assertThat(absurd.status()).isEqualTo(400);
        assertThat(absurd.text("/field")).isEqualTo("promisedAt");
        Answer far = to(path(submitted) + "/extensions")
                .as(LEADER)
                .seeing(received)
                .post(letter.replace(
                        later,
                        OffsetDateTime.parse(received.text("/dueAt"))
                                .plusDays(367)
                                .toString()));
        assertThat(far.status()).isEqualTo(409);
        assertThat(far.text("/code")).isEqualTo("EXTENSION_TOO_LONG");
        Answer extended =
                to(path(submitted) + "/extensions").as(LEADER).seeing(received).post(letter);
        assertThat(extended.status()).as(extended.body()).isEqualTo(200);
        assertThat(extended.text("/dueAt")).isEqualTo(received.text("/dueAt"));
        Answer explained = to(path(submitted) + "/deadline").as(OFFICER).get();
        assertThat(explained.body()).contains("PROMISED");
        assertThat(explained.text("/dueAt")).isEqualTo(received.text("/dueAt"));

        String earlier = seen(submitted).text("/submittedAt");
        Answer corrected = to(path(submitted) + "/corrections")
                .as(LEADER)
                .seeing(extended)
                .post(
                        "{\"fact\": \"RECEIVED_AT\", \"to\": \"%s\", \"reason\": \"Ghi nhầm\", \"ground\": \"Sổ theo dõi\"}"
                                .formatted(earlier));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.text("/author")).isEqualTo("leader-xa");
        assertThat(seen(submitted).text("/receivedAt")).isEqualTo(corrected.text("/after"));
    }
}
