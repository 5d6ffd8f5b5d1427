package vn.tthc.intake;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import vn.tthc.platform.testing.AccessRules;

@AnalyzeClasses(packages = "vn.tthc.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainSeesOnlyJavaContractsAndLaw = classes()
            .that()
            .resideInAPackage("vn.tthc.intake.domain")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "vn.tthc.contracts..",
                    "vn.tthc.law..",
                    "vn.tthc.intake.domain",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule noServiceImportsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.tthc.processing..", "vn.tthc.postal..", "vn.tthc.query..", "vn.tthc.local..");

    @ArchTest
    static final ArchRule everyEndpointAsksTheAccessPolicy = AccessRules.EVERY_ENDPOINT_ASKS_THE_ACCESS_POLICY;

    @ArchTest
    static final ArchRule everythingDownstreamComesThroughKafka = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework.eventhandling.tokenstore..", "org.axonframework.modelling.saga..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.axonframework.eventhandling.EventHandler");

    @ArchTest
    static final ArchRule onlyTheEdgeReadsAClock = noClasses()
            .that()
            .resideInAPackage("vn.tthc.intake.domain")
            .should()
            .callMethod(Instant.class, "now");
}
