package io.clipforge.speech;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
    void theStepsFromSoundToTextAreFreeOfCycles() {
        slices().matching("io.clipforge.speech.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each step can be learned after the one before it")
                .check(OURS);
    }

    @Test
    void speechKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage("io.clipforge.speech..")
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "of other modules",
                                it ->
                                        it.getPackageName().startsWith("io.clipforge.")
                                                && !it.getPackageName()
                                                        .startsWith("io.clipforge.speech")))
                .because("a recognizer is of use without the platform")
                .check(OURS);
    }

    @Test
    void thePictureOfSoundNeedsTheJdkOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.clipforge.speech.mel")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "io.clipforge.speech.mel", "org.jspecify..")
                .because("it is arithmetic")
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
