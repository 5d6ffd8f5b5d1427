package vn.tthc.query.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Role;
import vn.tthc.law.Level;
import vn.tthc.query.Story;

class ReconciliationTest extends QueryServiceSlice {
    private static final AgencyRef WARD =
            new AgencyRef("95001@2025-07-01", "Phường đối soát", "Ward that reconciles", Level.XA, null, null);

    private ResultActions reconcile(Role role, String agency, String to, String list) throws Exception {
        return http.perform(post("/api/v1/reconciliations")
                .header("Authorization", token(role, agency))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"from": "2026-03-01T00:00:00Z", "to": "%s", "takenAt": "2026-03-30T00:00:00Z",
                         "dossiers": [%s]}""".formatted(to, list)));
    }

    private static String entry(String code, int status) {
        return "{\"code\": \"%s\", \"status\": %d}".formatted(code, status);
    }

    @Test
    void every_difference_is_named_by_the_portals_code_or_ours_and_of_the_callers_agency_alone() throws Exception {
        Story same = story(UUID.randomUUID().toString(), "Nguyễn Văn An")
                .at(WARD, WARD)
                .submitted()
                .received();
        Story other = story(UUID.randomUUID().toString(), "Nguyễn Văn An")
                .at(WARD, WARD)
                .submitted()
                .received();
        Story lost = story(UUID.randomUUID().toString(), "Nguyễn Văn An")
                .at(WARD, WARD)
                .submitted()
                .received();
        Story elsewhere =
                story(UUID.randomUUID().toString(), "Nguyễn Văn An").submitted().received();
        for (Story story : new Story[] {same, other, lost, elsewhere}) {
            project(story);
        }
        String list = entry(same.code(), 2) + "," + entry(other.portalCode(), 1) + "," + entry(elsewhere.code(), 2);

        reconcile(Role.RECORDS_CLERK, WARD.id(), "2026-03-31T00:00:00Z", list)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.asOf").exists())
                .andExpect(jsonPath("$.here").value(3))
                .andExpect(jsonPath("$.agreeing").value(1))
                .andExpect(jsonPath("$.different.length()").value(1))
                .andExpect(jsonPath("$.different[0].dossierId").value(other.id()))
                .andExpect(jsonPath("$.different[0].portalStatus").value(1))
                .andExpect(jsonPath("$.different[0].status").value(2))
                .andExpect(jsonPath("$.missing.length()").value(1))
                .andExpect(jsonPath("$.missing[0].dossierId").value(lost.id()))
                .andExpect(jsonPath("$.unexpected.length()").value(1))
                .andExpect(jsonPath("$.unexpected[0].why").value("NOT_HERE"));
    }

    @Test
    void what_makes_no_sense_is_named_and_who_may_not_is_told_so() throws Exception {
        reconcile(Role.RECORDS_CLERK, WARD.id(), "2026-03-01T00:00:00Z", "")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("to"));
        reconcile(Role.RECORDS_CLERK, WARD.id(), "2026-04-02T00:00:00Z", "").andExpect(status().isBadRequest());
        reconcile(Role.RECORDS_CLERK, WARD.id(), "2026-03-31T00:00:00Z", entry("a", 11))
                .andExpect(status().isBadRequest());
        reconcile(Role.RECORDS_CLERK, WARD.id(), "2026-03-31T00:00:00Z", entry("a b", 1))
                .andExpect(status().isBadRequest());
        reconcile(Role.CASE_OFFICER, WARD.id(), "2026-03-31T00:00:00Z", "").andExpect(status().isForbidden());
    }
}
