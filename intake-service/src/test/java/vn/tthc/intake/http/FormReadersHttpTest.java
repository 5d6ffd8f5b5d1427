package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.Reading;

/** What a form tells depends on whom it is drawn for: the secret and who took the result are not for everybody. */
class FormReadersHttpTest extends IntakeServer {
    private static final String TAKER = "Trần Văn Cường";
    private static final String TAKEN_BY = "/table/rows/0/10";

    @Autowired
    private ReadLog readLog;

    private Answer form(Answer dossier, String kind, String token) {
        Answer form = to(path(dossier) + "/forms/" + kind + "?purpose=RECEPTION")
                .as(token)
                .get();
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        return form;
    }

    private List<Reading> readings(Answer dossier) {
        return readLog.page(dossier.text("/dossierId"), null, null, null, null, 50)
                .readings();
    }

    private void numberAlone(Answer filed, String kind, String token) {
        Answer form = form(filed, kind, token);
        assertThat(form.text("/statusUrl")).as(kind).endsWith("?code=" + filed.text("/number"));
        assertThat(form.body()).as(kind).doesNotContain(filed.text("/secret"));
    }

    @Test
    void theSecretStandsOnTheReceiptTheOneStopHandsOutAndThatIsOnRecord() {
        Answer filed = to("/api/v1/dossiers").as(CITIZEN).post(submission("ONLINE", "{\"way\": \"COUNTER\"}"));
        Answer asked = desk(filed, "supplement-requests", received(filed), """
                {"items": [{"component": "TP3", "name": "Giấy tờ chứng minh sai sót", "demand": "nộp bản sao"}],
                 "reason": "Thiếu thành phần hồ sơ", "guidance": "Nộp trực tiếp"}""");
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);

        numberAlone(filed, "REGISTER_ENTRY", OFFICER);
        numberAlone(filed, "SUPPLEMENT_REQUEST", OFFICER);
        numberAlone(filed, "RECEIPT", LEADER);
        assertThat(readings(filed))
                .hasSize(3)
                .allSatisfy(reading ->
                        assertThat(reading.fields()).contains("applicant.name").doesNotContain("lookup.secret"));

        assertThat(form(filed, "RECEIPT", OFFICER).text("/statusUrl")).isEqualTo(filed.text("/statusUrl"));
        assertThat(readings(filed))
                .filteredOn(reading -> reading.fields().contains("lookup.secret"))
                .singleElement()
                .satisfies(reading -> assertThat(reading.fields()).isSorted().contains("applicant.name"));

        assertThat(form(filed, "REGISTER_ENTRY", CITIZEN).text("/statusUrl")).isEqualTo(filed.text("/statusUrl"));
        assertThat(readings(filed)).as("the filer's own is no reading").hasSize(4);
    }

    @Test
    void whoeverFiledIsNotToldWhoTookTheResult() {
        Answer filed = to("/api/v1/dossiers").as(CITIZEN).post(submission("ONLINE", "{\"way\": \"COUNTER\"}"));
        assertThat(desk(filed, "hand-overs", received(filed), "{}").status()).isEqualTo(200);
        String id = filed.text("/dossierId");
        new Told(reactions)
                .tell(StreamId.caseOf(id), 9, id, new CaseEvent.Finished(Instant.now(), "12/QĐ-UBND", false));
        Answer accepted = desk(filed, "result-receptions", seen(filed), "{}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        Answer returned = desk(filed, "returns", accepted, """
                {"recipient": {"name": "%s", "relation": "FAMILY", "paperShown": "CCCD"}}""".formatted(TAKER));
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);

        Answer own = form(filed, "REGISTER_ENTRY", CITIZEN);
        assertThat(own.json().at("/table/rows/0/3").asString()).isEqualTo("Nguyễn Thị Bình An");
        assertThat(own.json().at("/table/rows/0/8").asString()).as("when").isNotEmpty();
        assertThat(own.json().at(TAKEN_BY).asString("-")).isEmpty();
        assertThat(own.body()).doesNotContain(TAKER);
        assertThat(readings(filed)).isEmpty();

        assertThat(form(filed, "REGISTER_ENTRY", OFFICER).json().at(TAKEN_BY).asString())
                .isEqualTo(TAKER);
        assertThat(readings(filed))
                .singleElement()
                .satisfies(reading -> assertThat(reading.fields()).contains("recipient.name"));
    }
}
