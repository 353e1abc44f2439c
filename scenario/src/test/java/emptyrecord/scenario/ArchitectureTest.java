package emptyrecord.scenario;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

@AnalyzeClasses(packages = "emptyrecord.scenario", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule modelIsPure = ArchitectureRules.isPure("emptyrecord.scenario");

    @ArchTest
    static final ArchRule playIsPure = ArchitectureRules.isPure("emptyrecord.scenario.play..");

    /** Files and their schema are the reader's alone. */
    @ArchTest
    static final ArchRule onlyTheReaderReads = noClasses()
            .that()
            .resideOutsideOfPackage("emptyrecord.scenario.reader..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "emptyrecord.scenario.reader..", "tools.jackson..", "com.networknt..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("emptyrecord.scenario");

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();
}
