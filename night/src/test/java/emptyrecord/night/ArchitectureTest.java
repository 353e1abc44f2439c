package emptyrecord.night;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

@AnalyzeClasses(packages = "emptyrecord.night", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule pure = ArchitectureRules.isPure("emptyrecord.night..");

    @ArchTest
    static final ArchRule noCycles = ArchitectureRules.noPackageCycles("emptyrecord.night");

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();
}
