package io.clipforge.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.clipforge");

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("io.clipforge.api.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs itself through another cannot be understood alone")
                .check(OURS);
    }

    @Test
    void onlyRepositoriesSpeakSql() {
        classes()
                .that()
                .containAnyMethodsThat(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "ask SQL", it -> it.isAnnotatedWith(Query.class)))
                .should()
                .beAnnotatedWith(JdbcRepository.class)
                .because("one place answers what is asked of a table")
                .check(OURS);
    }

    @Test
    void theJobContractKnowsTheJdkOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.clipforge.jobs")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "io.clipforge.jobs", "org.jspecify..")
                .because("every deliverable carries it")
                .check(OURS);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because("a constructor shows what a class needs")
                .check(OURS);
    }

    @Test
    void noClassHidesBehindAnEmptyName() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..generated..")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Mapper)")
                .because("if a helper is needed, its subject gives it a name")
                .check(OURS);
    }
}
