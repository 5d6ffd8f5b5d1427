package vn.tthc.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Entry of the process {@code identity}. */
@SpringBootApplication
@EnableConfigurationProperties(IdentityProperties.class)
public class IdentityApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(IdentityApplication.class, args);
    }
}
