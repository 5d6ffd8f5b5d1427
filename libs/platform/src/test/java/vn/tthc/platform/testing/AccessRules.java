package vn.tthc.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;

/** What the {@code ArchitectureTest} of every service holds its endpoints to. */
public final class AccessRules {
    /**
     * Every request reaches {@link AccessPolicy#require}: in its endpoint, or in what that calls within the service, such
     * as a desk that several endpoints share. It counts that the question is there; whether it is the right one is for the
     * access matrix.
     */
    public static final ArchRule EVERY_ENDPOINT_ASKS_THE_ACCESS_POLICY = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .and()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should(reachTheAccessPolicy());

    private AccessRules() {}

    private static ArchCondition<JavaMethod> reachTheAccessPolicy() {
        return new ArchCondition<>("reach AccessPolicy.require") {
            @Override
            public void check(JavaMethod endpoint, ConditionEvents events) {
                String says =
                        endpoint.getFullName() + (reaches(endpoint) ? " asks" : " never asks") + " the access policy";
                events.add(new SimpleConditionEvent(endpoint, reaches(endpoint), says));
            }
        };
    }

    private static boolean reaches(JavaMethod endpoint) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(endpoint));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : open.remove().getAccessesFromSelf()) {
                if (access.getTargetOwner().isEquivalentTo(AccessPolicy.class)
                        && access.getName().equals("require")) {
                    return true;
                }
                access.getTarget()
                        .resolveMember()
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .filter(seen::add)
                        .ifPresent(open::add);
            }
        }
        return false;
    }
}
