package vn.tthc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Permission;
import vn.tthc.platform.access.Subject;

/** That the rule finds the one request of an endpoint that asks nobody, and is content with a question asked elsewhere. */
class AccessRulesTest {
    @Test
    void the_request_that_asks_nobody_is_named_and_the_others_are_not() {
        List<String> wrong = AccessRules.EVERY_ENDPOINT_ASKS_THE_ACCESS_POLICY
                .evaluate(new ClassFileImporter().importClasses(Asks.class, Desk.class))
                .getFailureReport()
                .getDetails();

        assertThat(wrong).singleElement().asString().contains("asksNobody").contains("never asks");
    }

    @RestController
    private static final class Asks {
        private final AccessPolicy access;
        private final Desk desk;

        Asks(AccessPolicy access, Desk desk) {
            this.access = access;
            this.desk = desk;
        }

        @GetMapping("/asks")
        void asks(Actor actor, Permission permission) {
            access.require(actor, permission, Subject.ANY);
        }

        @PostMapping("/asks-at-the-desk")
        void asksAtTheDesk(Actor actor, Permission permission) {
            desk.decide(() -> actor, permission);
        }

        @PostMapping("/asks-nobody")
        Scope asksNobody(Actor actor, Permission permission) {
            return new Scope(access.scope(actor, permission).nothing());
        }

        private record Scope(boolean nothing) {}
    }

    private static final class Desk {
        private final AccessPolicy access;

        Desk(AccessPolicy access) {
            this.access = access;
        }

        void decide(Supplier<Actor> who, Permission permission) {
            Runnable asked = () -> access.require(who.get(), permission, Subject.ANY);
            asked.run();
        }
    }
}
