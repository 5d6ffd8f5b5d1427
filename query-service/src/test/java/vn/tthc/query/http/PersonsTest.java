package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.contracts.operation.OperationEvent.ErasureGround;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.query.Agencies;
import vn.tthc.query.Received;
import vn.tthc.query.Story;
import vn.tthc.query.person.PersonProjection;

class PersonsTest extends QueryServiceSlice {
    private static final String SEARCHES = "/api/v1/dossier-searches";
    private final String officer = token(Role.RECEPTION_OFFICER, Agencies.XA.id());

    @Autowired
    PersonProjection persons;

    @Autowired
    List<Reaction> reactions;

    /** A dossier whose applicant has a name, an identity number and a phone. */
    private Story filed(String name, String identityNumber, String phone) {
        String id = UUID.randomUUID().toString();
        String person = vault.newPerson();
        Story story = Story.of(id)
                .applicant(
                        new Party(
                                person,
                                sealed(person, id, "name", name),
                                sealed(person, id, "identityNumber", identityNumber),
                                sealed(person, id, "phone", phone),
                                null,
                                null),
                        "filing-" + id)
                .by(new Authority(
                        vault.seal(person, StreamId.dossier(id), "filing-" + id, "authority.number", "0012/UQ-2026"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        null))
                .submitted()
                .received();
        project(story);
        take(story.dossier().getFirst());
        return story;
    }

    private Sealed sealed(String person, String dossier, String field, String text) {
        return vault.seal(person, StreamId.dossier(dossier), "filing-" + dossier, "applicant." + field, text);
    }

    private void take(ReceivedEvent event) {
        documents.write(writer -> {
            persons.apply(event, writer);
            return true;
        });
    }

    private ResultActions search(String token, String what) throws Exception {
        return http.perform(post(SEARCHES)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{" + what + ", \"purpose\": \"COMPLAINT\", \"reference\": \"7/KN\"}"));
    }

    private void found(String what, Story... stories) throws Exception {
        ResultActions answer = search(officer, what)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dossiers.length()").value(stories.length));
        for (Story story : stories) {
            answer.andExpect(
                    jsonPath("$.dossiers[?(@.dossierId=='" + story.id() + "')]").exists());
        }
    }

    @Test
    void aPersonIsFoundByNumberPhoneAndNameHoweverTheyAreTyped() throws Exception {
        Story story = filed("Lý Thị Hồng Đào", "068199000301", "0912 000 301");
        Story other = filed("Lý Thị Hông Đáo", "068199000302", "0912000302");

        found("\"identityNumber\": \"068 199 000 301\"", story);
        found("\"phone\": \"+84 912 000 301\"", story);
        found("\"name\": \"Đào, Lý Thị HỒNG\"", story);
        found("\"name\": \"hồng đào\"", story);
        found("\"name\": \"ly thi hong dao\"", story, other);
        found("\"name\": \"dao hong\"", story, other);
        found("\"name\": \"hong dao\", \"phone\": \"0912000302\"", other);
        found("\"name\": \"hồng đào\", \"phone\": \"0912000302\"");
        found("\"name\": \"Hồng Đào Xuân\"");
    }

    @Test
    void aSearchShowsMaskedNamesOfTheCallersOwnDossiersAndIsOnRecordWithoutWhatWasTyped() throws Exception {
        Story story = filed("Kiều Minh Tuấn", "068199000303", "0912000303");
        search(officer, "\"identityNumber\": \"068199000303\"")
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.dossiers[0].applicant").value("K*** M*** T***"))
                .andExpect(content().string(not(containsString("068199000303"))));
        search(token(Role.RECEPTION_OFFICER, Agencies.ELSEWHERE.id()), "\"identityNumber\": \"068199000303\"")
                .andExpect(jsonPath("$.dossiers.length()").value(0))
                .andExpect(jsonPath("$.more").value(false));
        search(token(Role.CITIZEN, null), "\"identityNumber\": \"068199000303\"")
                .andExpect(status().isForbidden());
        search(officer, "\"limit\": 3")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("VALIDATION_FAILED"));
        search(officer, "\"name\": \"...\"").andExpect(status().isBadRequest());

        readings("?limit=500")
                .andExpect(jsonPath("$.readings[?(@.found==1 && @.purpose=='COMPLAINT' && @.reference=='7/KN')]")
                        .exists())
                .andExpect(content().string(not(containsString("068199000303"))))
                .andExpect(content().string(not(containsString("Tuấn"))));
        assertThat(story.id()).isNotEmpty();
    }

    private ResultActions own(String token) throws Exception {
        return http.perform(get("/api/v1/dossiers/mine").header("Authorization", token));
    }

    @Test
    void aCitizenSeesTheDossiersOfTheVerifiedIdentityNumberMaskedAndNobodyElses() throws Exception {
        Story first = filed("Vũ Thị Thu Cúc", "068199000391", "0912000391");
        Story second = filed("Vũ Thị Thu Cúc", "068199000391", "0912000391");
        filed("Vũ Thị Thu Cúc", "068199000392", "0912000392");

        own(TOKENS.citizen("068199000391"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.verified").value(true))
                .andExpect(jsonPath("$.more").value(false))
                .andExpect(jsonPath("$.dossiers.length()").value(2))
                .andExpect(jsonPath("$.dossiers[*].number", hasItem(first.number())))
                .andExpect(jsonPath("$.dossiers[*].number", hasItem(second.number())))
                .andExpect(jsonPath("$.dossiers[0].applicant").value("V*** T*** T*** C***"))
                .andExpect(jsonPath("$.dossiers[0].timeline.length()").value(2))
                .andExpect(content().string(not(containsString("068199000391"))))
                .andExpect(content().string(not(containsString("Cúc"))));
        own(TOKENS.citizen("068199000399"))
                .andExpect(jsonPath("$.dossiers.length()").value(0));
        own(TOKENS.citizen("' OR 1=1")).andExpect(jsonPath("$.verified").value(false));
        own(token(Role.CITIZEN, null))
                .andExpect(jsonPath("$.verified").value(false))
                .andExpect(jsonPath("$.dossiers.length()").value(0));
        own(officer).andExpect(status().isForbidden());
        http.perform(get("/api/v1/dossiers/mine")).andExpect(status().isUnauthorized());
    }

    @Test
    void aCitizenSeesWhyWhatTheyGaveToThePostWasNotFiled() throws Exception {
        String id = UUID.randomUUID().toString();
        String person = vault.newPerson();
        Story story = Story.of(id)
                .applicant(
                        new Party(
                                person,
                                sealed(person, id, "name", "Lý Thị Bưu"),
                                sealed(person, id, "identityNumber", "068199000393"),
                                null,
                                null,
                                null),
                        "filing-" + id)
                .postedRefused(Story.START);
        project(story);
        take(story.dossier().getFirst());

        own(TOKENS.citizen("068199000393"))
                .andExpect(jsonPath("$.dossiers.length()").value(1))
                .andExpect(jsonPath("$.dossiers[0].status").doesNotExist())
                .andExpect(jsonPath("$.dossiers[0].refusal.ground").value("CHANNEL_NOT_OFFERED"))
                .andExpect(jsonPath("$.dossiers[0].timeline.length()").value(1));
    }

    private ResultActions readings(String query) throws Exception {
        return http.perform(get("/internal/personal-data-reads" + query)
                        .header("Authorization", token(Role.INSPECTOR, null)))
                .andExpect(status().isOk());
    }

    private ResultActions disclose(Story story, String token) throws Exception {
        return http.perform(post("/api/v1/dossiers/" + story.id() + "/disclosures")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"purpose\": \"CONTACT\"}"));
    }

    @Test
    void plainTextIsShownForAPurposeAsFarAsTheRoleGoesAndIsOnRecordFirst() throws Exception {
        Story story = filed("Trịnh Công Sơn", "068199000304", "0912000304");
        http.perform(get("/api/v1/dossiers/" + story.id() + "/persons").header("Authorization", officer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.applicant.name").value("T*** C*** S***"))
                .andExpect(jsonPath("$.applicant.identityNumber").value("*********304"))
                .andExpect(jsonPath("$.applicant.phone").value("*******304"))
                .andExpect(jsonPath("$.authorityNumber").value("********026"))
                .andExpect(jsonPath("$.plain.length()").value(0));
        readings("?dossier=" + story.id())
                .andExpect(jsonPath("$.readings.length()").value(0));

        disclose(story, officer)
                .andExpect(jsonPath("$.applicant.name").value("Trịnh Công Sơn"))
                .andExpect(jsonPath("$.applicant.identityNumber").value("068199000304"))
                .andExpect(jsonPath("$.authorityNumber").value("0012/UQ-2026"));
        disclose(story, token(Role.HEAD_OF_UNIT, Agencies.XA.id()))
                .andExpect(jsonPath("$.applicant.phone").value("0912000304"))
                .andExpect(jsonPath("$.applicant.identityNumber").value("*********304"));
        disclose(story, token(Role.RECORDS_CLERK, Agencies.XA.id())).andExpect(status().isForbidden());
        disclose(story, token(Role.RECEPTION_OFFICER, Agencies.ELSEWHERE.id())).andExpect(status().isForbidden());

        readings("?dossier=" + story.id())
                .andExpect(jsonPath("$.readings.length()").value(2))
                .andExpect(jsonPath("$.readings[0].roles[0]").value("HEAD_OF_UNIT"))
                .andExpect(jsonPath("$.readings[0].fields.length()").value(2))
                .andExpect(jsonPath("$.readings[0].fields[0]").value("applicant.name"))
                .andExpect(jsonPath("$.readings[0].fields[1]").value("applicant.phone"))
                .andExpect(jsonPath("$.readings[1].purpose").value("CONTACT"));
        http.perform(get("/internal/personal-data-reads").header("Authorization", officer))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoIsErasedIsFoundNoMoreAndShownAsErasedAndTheServicesSayWhenTheyHaveForgotten() throws Exception {
        Story story = filed("Mai Văn Lan", "068199000305", "0912000305");
        String person = ((DossierEvent.Submitted) story.dossier().getFirst().event())
                .applicant()
                .person();
        ReceivedEvent decided = Received.of(
                new StreamId(StreamType.OPERATION, "intake.erasure." + person),
                1,
                new OperationEvent.PersonErased(
                        Instant.parse("2026-03-05T00:00:00Z"), person, ErasureGround.PURPOSE_ENDED, "12/QD"),
                "erase");
        Reaction forget = reactions.stream()
                .filter(reaction -> reaction.name().equals("erasures"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> forget.react(decided)).isInstanceOf(NotYet.class);

        take(decided);
        forget.react(decided);
        for (String service : Set.of("intake", "processing", "postal", "query")) {
            erasure(person).andExpect(jsonPath("$.complete").value(false));
            take(Received.of(
                    new StreamId(StreamType.OPERATION, service + ".forgotten." + person),
                    1,
                    new OperationEvent.PersonForgotten(Instant.parse("2026-03-05T00:00:01Z"), person, service),
                    "forget"));
        }

        found("\"identityNumber\": \"068199000305\"");
        found("\"name\": \"mai van lan\"");
        erasure(person)
                .andExpect(jsonPath("$.complete").value(true))
                .andExpect(jsonPath("$.erasure.ground").value("PURPOSE_ENDED"));
        disclose(story, officer)
                .andExpect(jsonPath("$.applicant.erased").value(true))
                .andExpect(jsonPath("$.applicant.name").value("(đã xóa / erased)"))
                .andExpect(jsonPath("$.plain.length()").value(0));
        http.perform(get("/api/v1/dossiers/" + story.id()).header("Authorization", officer))
                .andExpect(jsonPath("$.applicant").value("(đã xóa / erased)"))
                .andExpect(jsonPath("$.status.code").value(2));
        // The view built again, from events that are all still there.
        take(story.dossier().getFirst());
        found("\"name\": \"mai van lan\"");
    }

    private ResultActions erasure(String person) throws Exception {
        return http.perform(get("/api/v1/erasures/" + person).header("Authorization", token(Role.INSPECTOR, null)))
                .andExpect(status().isOk());
    }

    @Test
    void aKeyThatHasNotArrivedHoldsUpTheSearchAndNothingElse() {
        Story story = Story.of(UUID.randomUUID().toString()).submitted();

        assertThatThrownBy(() -> take(story.dossier().getFirst())).isInstanceOf(NotYet.class);
    }
}
