package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.clock.Calendars;
import vn.tthc.platform.log.RecordedEvent;

class PublicationHttpTest extends IntakeServer {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String DECISION = "Quyết định 99/QĐ-UBND";

    @Test
    void aDossierKeepsTheVersionItWasReceivedUnderWhateverIsPublishedLater() {
        Answer submitted = submitted(submission());
        String pinned = seen(submitted).text("/procedure");
        ObjectNode next = procedure();
        next.put("version", "2030-01").put("validFrom", "2030-01-01");
        ((ObjectNode) next.at("/term")).put("amount", 12);

        Answer published = to("/api/v1/procedures").as(ADMIN).post(next.toString());
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        assertThat(to("/api/v1/procedures").as(ADMIN).post(next.toString()).status())
                .isEqualTo(200);
        assertThat(to("/api/v1/procedures/1.012796/versions").get().body()).contains("2030-01");

        Answer received = received(submitted);
        assertThat(received.status()).isEqualTo(200);
        Answer deadline = to(path(submitted) + "/deadline").as(OFFICER).get();
        assertThat(deadline.text("/procedure")).isEqualTo(pinned);
        assertThat(deadline.json().at("/term/amount").asInt()).isLessThan(20);

        next.put("nameEn", "Another name");
        assertThat(to("/api/v1/procedures").as(ADMIN).post(next.toString()).text("/code"))
                .isEqualTo("VERSION_EXISTS");
    }

    @Test
    void aDefinitionThatCannotWorkIsRefusedWithEveryReason() {
        ObjectNode broken = procedure();
        broken.put("version", "2031-01").put("validFrom", "2031-01-01");
        ((ObjectNode) broken.at("/steps/0")).put("role", "CITIZEN");
        ((ObjectNode) broken.at("/steps/1")).put("agency", "nowhere@origin");
        ((ObjectNode) broken.at("/steps/2")).put("agencyRule", "ANYBODY");
        ((ObjectNode) broken.at("/pauseReasons/0")).put("reason", "LUNCH");

        Answer refused = to("/api/v1/procedures").as(ADMIN).post(broken.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("CANNOT_WORK", "role CITIZEN", "nowhere@origin", "ANYBODY", "LUNCH");
        assertThat(to("/api/v1/procedures").as(OFFICER).post(broken.toString()).status())
                .isEqualTo(403);
        Answer empty = to("/api/v1/procedures").as(ADMIN).post("{\"noDueDate\": false}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body()).contains("channels", "steps");
        ObjectNode early = procedure();
        early.put("version", "2020-01").put("validFrom", "2020-01-01");
        assertThat(to("/api/v1/procedures").as(ADMIN).post(early.toString()).text("/code"))
                .isEqualTo("VALIDITY_OVERLAPS");
    }

    @Test
    void aNewCalendarMovesOpenLiveDossiersWithAnEventEachAndLeavesTheOthersAlone() {
        assertThat(publish(calendar("mui-ne-1", "")).status()).isEqualTo(201);
        Answer open = to("/api/v1/dossiers").as(MUI_NE_OFFICER).post(inMuiNe());
        Answer received = atTheDesk(open, "receptions", open, "{}");
        assertThat(received.text("/calendarVersion")).isEqualTo("mui-ne-1");
        Answer closed = to("/api/v1/dossiers").as(MUI_NE_OFFICER).post(inMuiNe());
        Answer ended = atTheDesk(closed, "receptions", closed, "{}");
        assertThat(atTheDesk(closed, "withdrawals", ended, "{\"reason\": \"Thôi\"}")
                        .status())
                .isEqualTo(200);
        String dayOff = received.text("/dueAt").substring(0, 10);
        String content = calendar("mui-ne-2", dayOff);

        Answer published = publish(content);
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        assertThat(publish(content).status()).isEqualTo(200);
        assertThat(to("/api/v1/calendars/" + MUI_NE).as(OFFICER).get().body()).contains(DECISION);
        tellOfTheCalendar(content);
        tellOfTheCalendar(content);

        Answer moved = to(path(open) + "/deadline").as(MUI_NE_OFFICER).get();
        assertThat(moved.text("/calendarVersion")).isEqualTo("mui-ne-2");
        assertThat(moved.text("/dueAt")).isGreaterThan(received.text("/dueAt"));
        assertThat(moved.body()).contains("CALENDAR_CHANGED", DECISION);
        assertThat(types(open)).containsOnlyOnce("dossier.due-date-rederived");
        assertThat(types(closed)).doesNotContain("dossier.due-date-rederived");
        Answer given = atTheDesk(open, "hand-overs", seenInMuiNe(open), "{}");
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        CaseFile file = handedOver(open);
        assertThat(file.calendarVersion()).isEqualTo("mui-ne-2");
        assertThat(Objects.requireNonNull(file.calendar())).contains("holiday;" + dayOff);
    }

    @Test
    void aCalendarThatCannotBeReadOrBelongsToNobodyIsRefused() {
        assertThat(publish("nonsense").status()).isEqualTo(400);
        Answer nobody = publish(calendar("x-1", "").replace(MUI_NE, "nobody"));
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.body()).contains("nobody");
        assertThat(to("/api/v1/calendars").as(OFFICER).post("{}").status()).isIn(400, 403);
    }

    private Answer publish(String content) {
        return to("/api/v1/calendars")
                .as(ADMIN)
                .post("{\"content\": %s, \"decision\": \"%s\"}"
                        .formatted(MAPPER.writeValueAsString(content), DECISION));
    }

    private Answer atTheDesk(Answer dossier, String decision, Answer seen, String body) {
        return to(path(dossier) + "/" + decision)
                .as(MUI_NE_OFFICER)
                .seeing(seen)
                .post(body);
    }

    private Answer seenInMuiNe(Answer dossier) {
        return to(path(dossier)).as(MUI_NE_OFFICER).get();
    }

    private CaseFile handedOver(Answer dossier) {
        return log.read("dossier-" + dossier.text("/dossierId"), 1, 100).stream()
                .filter(event -> event.envelope().type().equals("dossier.handed-over"))
                .map(event -> MAPPER.readTree(event.data()).at("/file"))
                .map(file -> MAPPER.treeToValue(file, CaseFile.class))
                .findFirst()
                .orElseThrow();
    }

    private static String inMuiNe() {
        return submission().replace(WARD, MUI_NE);
    }

    private void tellOfTheCalendar(String content) {
        new Told(reactions)
                .tell(
                        new StreamId(StreamType.CALENDAR, MUI_NE),
                        2,
                        "calendar-" + MUI_NE,
                        new ReferenceEvent.CalendarPublished(
                                Instant.now(), MUI_NE, Calendars.parse(content).version(), "hash", content, DECISION));
    }

    private List<String> types(Answer dossier) {
        return log.read("dossier-" + dossier.text("/dossierId"), 1, 100).stream()
                .map((RecordedEvent event) -> event.envelope().type())
                .toList();
    }

    /** The shipped calendar under another name, with one more day off. */
    private static String calendar(String version, String dayOff) {
        try (InputStream in =
                Calendars.class.getResourceAsStream("/vn/tthc/law/calendars/" + Calendars.DEFAULT_VERSION + ".csv")) {
            String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("calendar;default;" + Calendars.DEFAULT_VERSION, "calendar;" + MUI_NE + ";" + version);
            return dayOff.isEmpty()
                    ? shipped
                    : shipped + "\nholiday;" + dayOff + ";Nghỉ theo quyết định;Day off by decision;" + DECISION + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode procedure() {
        try (InputStream in = PublicationHttpTest.class.getResourceAsStream("/reference/procedures/1.012796.json")) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
