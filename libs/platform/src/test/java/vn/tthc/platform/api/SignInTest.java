package vn.tthc.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class SignInTest {
    private static final String ISSUER = "http://127.0.0.1:8080";

    private static OpenAPI described(String issuer) {
        OpenAPI api = new ApiConfiguration().openApi("test", issuer);
        api.setPaths(new Paths()
                .addPathItem(
                        "/api/v1/cases/{dossierId}",
                        new PathItem()
                                .get(new Operation()
                                        .tags(List.of("Case"))
                                        .responses(new ApiResponses()
                                                .addApiResponse(
                                                        "200",
                                                        new ApiResponse()
                                                                .content(new Content()
                                                                        .addMediaType(
                                                                                "application/json",
                                                                                new MediaType()
                                                                                        .schema(new Schema<>()))))))));
        new DescribedApi(new ProblemCatalogue()).customise(api);
        return api;
    }

    @Test
    void with_an_issuer_every_operation_that_needs_a_token_can_be_signed_in_for() {
        OpenAPI api = described(ISSUER);
        SecurityScheme scheme = api.getComponents().getSecuritySchemes().get(ApiConfiguration.SIGN_IN);

        assertThat(scheme.getType()).isEqualTo(SecurityScheme.Type.OPENIDCONNECT);
        assertThat(scheme.getOpenIdConnectUrl()).isEqualTo(ISSUER + "/.well-known/openid-configuration");
        assertThat(api.getPaths()
                        .get("/api/v1/cases/{dossierId}")
                        .getGet()
                        .getSecurity()
                        .toString())
                .contains(ApiConfiguration.SIGN_IN, ApiConfiguration.BEARER);
    }

    @Test
    void without_one_a_token_can_be_pasted() {
        assertThat(described("").getComponents().getSecuritySchemes()).containsOnlyKeys(ApiConfiguration.BEARER);
    }

    @Test
    void the_pages_sign_in_as_the_client_the_provider_knows_with_a_proof() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("tthc-platform.yml"));
        var settings = yaml.getObject();

        assertThat(settings.getProperty("springdoc.swagger-ui.oauth.client-id")).contains("tthc-pages");
        assertThat(settings.get("springdoc.swagger-ui.oauth.use-pkce-with-authorization-code-grant"))
                .hasToString("true");
    }
}
