package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import vn.tthc.contracts.Role;
import vn.tthc.query.Agencies;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;

class SearchTest extends QueryServiceSlice {
    private final String inspector = token(Role.INSPECTOR, null);

    @Test
    void aDossierIsShownToTheAgenciesItConcernsAndToNoOther() throws Exception {
        Story story = story(UUID.randomUUID().toString(), "Nguyễn Văn An")
                .submitted()
                .received()
                .handedOver();
        project(story);
        String path = "/api/v1/dossiers/" + story.id();
        read(path, token(Role.RECEPTION_OFFICER, Agencies.XA.id()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dossierId").value(story.id()))
                .andExpect(jsonPath("$.status.code").value(2))
                .andExpect(jsonPath("$.places.competent.id").value(Agencies.TINH.id()))
                .andExpect(jsonPath("$.inTransit.to").value(Agencies.TINH.id()))
                .andExpect(jsonPath("$.applicant").value("N*** V*** A***"))
                .andExpect(jsonPath("$.positions['dossier-" + story.id() + "']").value(3))
                .andExpect(jsonPath("$.asOf").exists())
                .andExpect(content().string(not(containsString("cipher"))));
        read(path, token(Role.CASE_OFFICER, Agencies.TINH.id())).andExpect(status().isOk());
        for (String way : List.of(path, path + "/timeline")) {
            read(way, token(Role.CASE_OFFICER, Agencies.ELSEWHERE.id())).andExpect(status().isForbidden());
            read(way, token(Role.CITIZEN, null)).andExpect(status().isForbidden());
            http.perform(get(way)).andExpect(status().isUnauthorized());
        }
        list("code=" + story.code(), token(Role.CASE_OFFICER, Agencies.ELSEWHERE.id()))
                .andExpect(jsonPath("$.dossiers.length()").value(0));
    }

    @Test
    void whatWasNeverHeardOfIsNotFound() throws Exception {
        read("/api/v1/dossiers/" + UUID.randomUUID(), inspector)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NOT_FOUND"));
    }

    @Test
    void theTimelineHoldsWhatCitizensAreNotToldInTheOrderInWhichItHappened() throws Exception {
        Story story = Stories.whole(UUID.randomUUID().toString());
        project(story);
        String path = "/api/v1/dossiers/" + story.id() + "/timeline";
        String first = body(read(path + "?limit=10", inspector).andExpect(status().isOk()));
        String second = body(read(path + "?limit=500&after=" + JsonPath.read(first, "$.next"), inspector));
        List<String> times = new ArrayList<>(JsonPath.<List<String>>read(first, "$.facts[*].at"));
        times.addAll(JsonPath.<List<String>>read(second, "$.facts[*].at"));
        assertThat(times).hasSize(story.all().size()).isSorted();
        assertThat(JsonPath.<List<String>>read(second, "$.facts[*].type")).contains("case.sent-back");
        assertThat(JsonPath.<List<String>>read(second, "$.facts[*].audience")).contains("AGENCY");
    }

    @Test
    void everyServedCombinationFindsWhatItSays() throws Exception {
        String id = UUID.randomUUID().toString();
        project(Stories.whole(id));
        String waiting = UUID.randomUUID().toString();
        project(Story.of(waiting).submitted().received().handedOver().opened().accepted("tham-dinh", true));
        for (String query : List.of(
                "",
                "status=10",
                "channel=ONLINE",
                "source=live",
                "procedure=2.000806",
                "procedure=2.000806&status=10",
                "source=live&status=10",
                "source=live&channel=ONLINE",
                "code=TC-" + id.substring(0, 8),
                "status=10&receivedFrom=2026-03-02&receivedTo=2026-03-02")) {
            list(query + "&limit=200", inspector)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.dossiers[*].dossierId", hasItem(id)))
                    .andExpect(jsonPath("$.asOf").exists());
        }
        for (String query : List.of(
                "agency=" + Agencies.TINH.id(),
                "level=TINH",
                "agency=" + Agencies.TINH.id() + "&status=2",
                "level=TINH&status=2")) {
            list(query + "&limit=200", inspector)
                    .andExpect(jsonPath("$.dossiers[*].dossierId", hasItem(waiting)))
                    .andExpect(jsonPath("$.dossiers[*].dossierId", not(hasItem(id))));
        }
        list("status=10&receivedFrom=2026-03-03", inspector)
                .andExpect(jsonPath("$.dossiers[*].dossierId", not(hasItem(id))));
    }

    @Test
    void pagesFollowOneAnotherWithoutLossOrRepeat() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String id = UUID.randomUUID().toString();
            ids.add(id);
            project(Story.of(id).submitted().receptionRefused());
        }
        List<String> found = new ArrayList<>();
        @Nullable String next = null;
        do {
            String page = body(list("status=3&limit=3" + (next == null ? "" : "&after=" + next), inspector));
            found.addAll(JsonPath.<List<String>>read(page, "$.dossiers[*].dossierId"));
            next = page.contains("\"next\":\"") ? JsonPath.read(page, "$.next") : null;
        } while (next != null);
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatNoIndexServesIsRefusedAndTheServedAreNamed() throws Exception {
        for (String query :
                List.of("channel=POST&level=XA", "agency=a&source=live&status=2", "name=An", "code=x&status=2")) {
            list(query, inspector)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("QUERY_NOT_SERVED"))
                    .andExpect(jsonPath("$.messages.en").value(containsString("agency+status")));
        }
    }

    @Test
    void valuesThatMakeNoSenseAreNamed() throws Exception {
        for (String field :
                List.of("status=11", "channel=PIGEON", "limit=0", "receivedFrom=yesterday", "after=nonsense")) {
            list(field, inspector)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("VALIDATION_FAILED"))
                    .andExpect(jsonPath("$.field").value(field.substring(0, field.indexOf('='))));
        }
    }

    @Test
    void listsAreForOfficials() throws Exception {
        list("", token(Role.CITIZEN, null)).andExpect(status().isForbidden());
        http.perform(get("/api/v1/dossiers")).andExpect(status().isUnauthorized());
    }

    private ResultActions list(String query, String token) throws Exception {
        return read("/api/v1/dossiers" + (query.isEmpty() ? "" : "?" + query), token);
    }

    private ResultActions read(String path, String token) throws Exception {
        return http.perform(get(java.net.URI.create(path)).header("Authorization", token));
    }

    private static String body(ResultActions result) throws Exception {
        return result.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
