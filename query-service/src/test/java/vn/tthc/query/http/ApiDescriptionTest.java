package vn.tthc.query.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;

class ApiDescriptionTest extends QueryServiceSlice {

    @Test
    void everyQuestionIsDescribed() throws Exception {
        http.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/status-lookups'].post").exists())
                .andExpect(jsonPath("$.paths['/api/v1/dossiers'].get.parameters[?(@.name == 'receivedFrom')]")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/v1/dossiers/{id}'].get").exists())
                .andExpect(jsonPath("$.paths['/api/v1/dossiers/{id}/timeline'].get")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/v1/statistics'].get").exists())
                .andExpect(jsonPath("$.components.schemas.DossierAnswer.properties.holder")
                        .exists());
    }
}
