package vn.tthc.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.tthc.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule CONTRACTS_SEE_JAVA_AND_THE_LAW_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vn.tthc.contracts..", "vn.tthc.law..", "org.jspecify..");

    @ArchTest
    static final ArchRule AN_EVENT_IS_A_RECORD_WITH_A_LOGICAL_NAME = classes()
            .that()
            .implement(TthcEvent.class)
            .and(DescribedPredicate.not(JavaClass.Predicates.INTERFACES))
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(EventType.class);
}
