package emptyrecord.dynamo;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

@AnalyzeClasses(packages = "emptyrecord.dynamo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rooms = ArchitectureRules.roomsAreKept("emptyrecord.dynamo");

    @ArchTest
    static final ArchRule independent = ArchitectureRules.dependsOnNoOtherService("emptyrecord.dynamo");

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();

    @ArchTest
    static final ArchRule pure = ArchitectureRules.coreIsPure();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_AN_ORDER = ArchitectureRules.noPackageCycles("emptyrecord.dynamo");
}
