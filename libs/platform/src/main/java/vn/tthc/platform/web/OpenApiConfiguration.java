package vn.tthc.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API descriptions of all services have in common. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
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
                        .description("Theo dõi thủ tục hành chính / tracking of administrative procedures")
                        .license(new License().name("Apache-2.0")))
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
                                .bearerFormat("JWT"));
        if (!issuer.isBlank()) {
            components.addSecuritySchemes(
                    SIGN_IN,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.OPENIDCONNECT)
                            .openIdConnectUrl(issuer + "/.well-known/openid-configuration"));
        }
        return components;
    }

    @Bean
    GlobalOpenApiCustomizer commonOpenApi() {
        return new CommonOpenApi();
    }
}
