package vn.tthc.processing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import vn.tthc.platform.testing.AccessRules;

@AnalyzeClasses(packages = "vn.tthc.processing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_domain_knows_no_framework = classes()
            .that()
            .resideInAPackage("vn.tthc.processing.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "vn.tthc.processing.domain..", "vn.tthc.contracts..", "vn.tthc.law..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule no_service_knows_another = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.tthc.intake..", "vn.tthc.postal..", "vn.tthc.query..", "vn.tthc.local..");

    @ArchTest
    static final ArchRule axon_is_known_to_the_aggregate_alone = noClasses()
            .that()
            .resideOutsideOfPackage("vn.tthc.processing.axon..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule events_are_consumed_from_the_topics_only = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.axonframework.eventhandling.EventHandler")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework.modelling.saga..");

    @ArchTest
    static final ArchRule the_present_is_told_and_never_looked_up = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule everyEndpointAsksTheAccessPolicy = AccessRules.EVERY_ENDPOINT_ASKS_THE_ACCESS_POLICY;
}
