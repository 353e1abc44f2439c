package emptyrecord.control;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

@AnalyzeClasses(packages = "emptyrecord.control", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule pureCore = ArchitectureRules.coreIsPure();

    @ArchTest
    static final ArchRule independent = ArchitectureRules.dependsOnNoOtherService("emptyrecord.control");

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("emptyrecord.control");

    /** A room counts with its core as one. */
    @ArchTest
    static final ArchRule noRoomCycles =
            slices().matching("emptyrecord.control.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();
}
