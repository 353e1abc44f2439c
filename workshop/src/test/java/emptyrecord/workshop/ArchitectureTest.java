package emptyrecord.workshop;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

/** The kit knows scenarios and nothing else of the lab. */
@AnalyzeClasses(packages = "emptyrecord.workshop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("emptyrecord.workshop");

    @ArchTest
    static final ArchRule knowsNoService = ArchitectureRules.dependsOnNoOtherService("emptyrecord.workshop");
}
