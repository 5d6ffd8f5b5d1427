package vn.tthc.platform.api;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The description of a service at {@code /v3/api-docs} and the list of its problems. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemsEndpoint.class)
public class ApiConfiguration {
    static final String BEARER = "bearer";
    static final String SIGN_IN = "sign-in";

    @Bean
    OpenAPI openApi(
            @Value("${tthc.service:}") String service,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        return new OpenAPI()
                .info(new Info()
                        .title("TTHC " + service)
                        .version("v1")
                        .contact(new Contact().name("TTHC").url("https://tthc.lamdong.gov.vn"))
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/").description("Chính dịch vụ này / this service itself")))
                .components(schemes(issuer));
    }

    /** A token can always be pasted; with an issuer Swagger UI can also sign in there. */
    private static Components schemes(String issuer) {
        Components components = new Components()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Thẻ truy cập đã có / an access token one has already"));
        if (!issuer.isBlank()) {
            components.addSecuritySchemes(
                    SIGN_IN,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.OPENIDCONNECT)
                            .openIdConnectUrl(issuer + "/.well-known/openid-configuration")
                            .description("Đăng nhập tại hệ thống định danh (mã ủy quyền, PKCE)"
                                    + " / sign in at the identity provider (authorization code, PKCE)"));
        }
        return components;
    }

    @Bean
    ProblemCatalogue problemCatalogue() {
        return new ProblemCatalogue();
    }

    @Bean
    GlobalOpenApiCustomizer describedApi(ProblemCatalogue problems) {
        return new DescribedApi(problems);
    }

    /** The first to be registered is the last to be asked: the others only refine what this one makes. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }
}
