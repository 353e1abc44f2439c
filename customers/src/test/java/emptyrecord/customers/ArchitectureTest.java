package emptyrecord.customers;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

@AnalyzeClasses(packages = "emptyrecord.customers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule pure = ArchitectureRules.coreIsPure();

    @ArchTest
    static final ArchRule rooms = ArchitectureRules.roomsAreKept("emptyrecord.customers");

    @ArchTest
    static final ArchRule independent = ArchitectureRules.dependsOnNoOtherService("emptyrecord.customers");

    @ArchTest
    static final ArchRule noCycles = ArchitectureRules.noPackageCycles("emptyrecord.customers");

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();
}
