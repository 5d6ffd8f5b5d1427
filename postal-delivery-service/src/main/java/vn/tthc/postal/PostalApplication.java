package vn.tthc.postal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The postal delivery service. */
@SpringBootApplication
public class PostalApplication {
    public static void main(String[] args) {
        SpringApplication.run(PostalApplication.class, args);
    }
}
