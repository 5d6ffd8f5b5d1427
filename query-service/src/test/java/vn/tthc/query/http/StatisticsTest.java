package vn.tthc.query.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import vn.tthc.contracts.Role;
import vn.tthc.query.Agencies;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;

class StatisticsTest extends QueryServiceSlice {

    @Test
    void figuresCountEveryDossierOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            Story old = Stories.old(UUID.randomUUID().toString());
            project(old);
            project(old);
        }
        figures("?source=coselog")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.source").value("coselog"))
                .andExpect(jsonPath("$.dossiers").value(3))
                .andExpect(jsonPath("$.received").value(3))
                .andExpect(jsonPath("$.recordedSteps").value(6))
                .andExpect(jsonPath("$.finished").value(3))
                .andExpect(jsonPath("$.onTime").value(0))
                .andExpect(jsonPath("$.late").value(3))
                .andExpect(jsonPath("$.open").value(0))
                .andExpect(jsonPath("$.channels.COUNTER").value(3))
                .andExpect(jsonPath("$.channels.POST").value(0))
                .andExpect(jsonPath("$.byStatus['9']").value(3))
                .andExpect(jsonPath("$.byAgency['" + Agencies.XA.id() + "']").value(3))
                .andExpect(jsonPath("$.byLevel.XA").value(3))
                .andExpect(jsonPath("$.anomalies.endedBeforeReception").value(3))
                .andExpect(jsonPath("$.anomalies.stepsAfterEnd").value(3))
                .andExpect(jsonPath("$.anomalies.dossiersWithStepsAfterEnd").value(3))
                .andExpect(jsonPath("$.anomalies.deadlineBeforeReception").value(3))
                .andExpect(jsonPath("$.asOf").value("2026-03-05T08:00:00+07:00"));
        figures("?source=coselog&agency=" + Agencies.XA.id())
                .andExpect(jsonPath("$.late").value(3));
        figures("?source=coselog&agency=" + Agencies.TINH.id())
                .andExpect(jsonPath("$.dossiers").value(0));
        figures("?source=nothing").andExpect(jsonPath("$.dossiers").value(0));
        figures("").andExpect(jsonPath("$.anomalies.stepsAfterEnd").value(3));
    }

    @Test
    void otherConditionsAreNotServed() throws Exception {
        figures("?month=3")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("QUERY_NOT_SERVED"));
    }

    @Test
    void figuresAreForOfficials() throws Exception {
        http.perform(get("/api/v1/statistics")).andExpect(status().isUnauthorized());
        http.perform(get("/api/v1/statistics").header("Authorization", token(Role.CITIZEN, null)))
                .andExpect(status().isForbidden());
    }

    private ResultActions figures(String query) throws Exception {
        return http.perform(get("/api/v1/statistics" + query).header("Authorization", token(Role.INSPECTOR, null)));
    }
}
