package io.clipforge.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.clipforge");

    @Test
    void modelsAreFilesAndNothingIsKnownOfTheirUse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "javax.net.ssl",
                        "com.sun.management",
                        "com.fasterxml.jackson..",
                        "io.clipforge.models..",
                        "org.jspecify..")
                .because("whoever installs a model needs no engine to run it")
                .check(OURS);
    }

    @Test
    void noClassHidesBehindAnEmptyName() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Mapper)")
                .because("if a helper is needed, its subject gives it a name")
                .check(OURS);
    }
}
