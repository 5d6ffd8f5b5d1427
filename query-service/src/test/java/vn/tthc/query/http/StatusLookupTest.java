package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.tthc.query.Story;

class StatusLookupTest extends QueryServiceSlice {

    @Test
    void theHolderOfTheSlipIsToldInPlainWords() throws Exception {
        Story story = filed("Nguyễn Văn An").received().handedOver().opened().accepted("tham-dinh", true);
        project(story.processingStarted().completed("tham-dinh").sentBack("ky", "tham-dinh"));
        lookUp(story.number(), story.secret())
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.status.code").value(4))
                .andExpect(jsonPath("$.status.vi").value("Đang xử lý"))
                .andExpect(jsonPath("$.applicant").value("N*** V*** A***"))
                .andExpect(jsonPath("$.procedureName.en").value("Marriage with a foreign element"))
                .andExpect(jsonPath("$.receivedAt").value("2026-03-02T10:00:00+07:00"))
                .andExpect(jsonPath("$.dueAt").value("2026-03-12T17:00:00+07:00"))
                .andExpect(jsonPath("$.holder.vi").value("Bộ Tư pháp"))
                .andExpect(jsonPath("$.inTransit.en").value("Department of Justice"))
                .andExpect(jsonPath("$.next.by").value("2026-03-12T17:00:00+07:00"))
                .andExpect(jsonPath("$.timeline[0].vi").value("Hồ sơ đã được nộp"))
                .andExpect(jsonPath("$.timeline[0].agency.en").value("Lạc Dương Commune"))
                .andExpect(jsonPath("$.timeline[*].vi", not(hasItem(containsString("Trả lại")))))
                .andExpect(jsonPath("$.timeline.length()").value(6))
                .andExpect(jsonPath("$.asOf").value("2026-03-05T08:00:00+07:00"))
                .andExpect(jsonPath("$.positions['dossier-" + story.id() + "']").value(4))
                .andExpect(jsonPath("$.positions['case-" + story.id() + "']").value(4))
                .andExpect(jsonPath("$.parked").value(false))
                .andExpect(content().string(not(containsString("Nguyễn Văn An"))));
    }

    @Test
    void anyOfItsNumbersWillDoHoweverItIsTyped() throws Exception {
        Story story = filed("Trần Thị Bình").received();
        project(story);
        for (String code : List.of(story.number(), story.code(), story.portalCode())) {
            lookUp(
                            " " + code.toLowerCase(Locale.ROOT).replace("-", " ") + " ",
                            story.secret().replace("-", ""))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.code").value(story.code()));
        }
    }

    @Test
    void unknownAndWrongAreAnsweredAlike() throws Exception {
        Story story = filed("Lê Văn Cường").received();
        project(story);
        String wrong = lookUp(story.number(), "AAAA-BBBB-CCCC-DDDD")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("LOOKUP_FAILED"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String unknown = lookUp("TC-NO-SUCH-NUMBER", story.secret())
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(unknown).isEqualTo(wrong);
        lookUp("---", story.secret()).andExpect(status().isNotFound());
        lookUp(story.number(), "---").andExpect(status().isNotFound());
    }

    @Test
    void whoScansIsToldToWaitWhateverHeAsks() throws Exception {
        Story story = filed("Lê Văn Em").received();
        project(story);
        for (int i = 0; i < 20; i++) {
            from("198.51.100.7", "TC-GUESS-" + i, story.secret()).andExpect(status().isNotFound());
        }
        from("198.51.100.7", story.number(), story.secret())
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.code").value("TOO_MANY_REQUESTS"))
                .andExpect(header().exists("Retry-After"));
        from("198.51.100.8", story.number(), story.secret()).andExpect(status().isOk());
    }

    private ResultActions from(String address, String code, String secret) throws Exception {
        return http.perform(post("/api/v1/status-lookups")
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\":\"" + code + "\",\"secret\":\"" + secret + "\"}"));
    }

    @Test
    void twoDossiersUnderOneOutsideCodeAreToldApartByTheSecret() throws Exception {
        String shared = UUID.randomUUID().toString().substring(0, 8);
        Story one = story(shared + "-1111-3000-8000-000000000001", "Phạm Một").submitted();
        Story two = story(shared + "-1111-3000-8000-000000000002", "Phạm Hai").submitted();
        project(one);
        project(two.received());
        assertThat(one.portalCode()).isEqualTo(two.portalCode());
        lookUp(two.portalCode(), two.secret()).andExpect(status().isOk());
    }

    @Test
    void aMissingFieldIsNamed() throws Exception {
        http.perform(post("/api/v1/status-lookups")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"code\":\"x\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("VALIDATION_FAILED"))
                .andExpect(jsonPath("$.field").value("secret"));
    }

    @Test
    void aParkedDossierSaysSo() throws Exception {
        Story story = filed("Võ Thị Dung");
        project(story);
        told.parked.add(story.id());
        lookUp(story.number(), story.secret()).andExpect(jsonPath("$.parked").value(true));
    }

    private Story filed(String applicant) {
        return story(UUID.randomUUID().toString(), applicant).submitted();
    }

    private ResultActions lookUp(String code, String secret) throws Exception {
        return http.perform(post("/api/v1/status-lookups")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\":\"" + code + "\",\"secret\":\"" + secret + "\"}"));
    }
}
