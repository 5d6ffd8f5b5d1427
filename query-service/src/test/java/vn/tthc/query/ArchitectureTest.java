package vn.tthc.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import vn.tthc.platform.testing.AccessRules;

@AnalyzeClasses(packages = "vn.tthc.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule importsNoOtherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.tthc.intake..", "vn.tthc.processing..", "vn.tthc.postal..", "vn.tthc.local..");

    @ArchTest
    static final ArchRule viewsAreMadeOfEventsAlone = noClasses()
            .that()
            .resideInAnyPackage("..query.dossierview..", "..query.timeline..", "..query.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "jakarta..",
                    "java.sql..",
                    "vn.tthc.platform.web..",
                    "vn.tthc.platform.person..",
                    "vn.tthc.platform.log..");

    @ArchTest
    static final ArchRule readsThroughPortsAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.tthc.platform.sqlite..",
                    "vn.tthc.platform.store.sqlite..",
                    "vn.tthc.platform.relay..",
                    "org.apache.kafka..",
                    "java.sql..");

    @ArchTest
    static final ArchRule downstreamOfKafkaThereIsNoAxon =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule noViewAsksForTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule endpointsStayInTheirPackage =
            classes().that().haveSimpleNameEndingWith("Endpoint").should().bePackagePrivate();

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("vn.tthc.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyEndpointAsksTheAccessPolicy = AccessRules.EVERY_ENDPOINT_ASKS_THE_ACCESS_POLICY;
}
