package emptyrecord.scenario;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.kit.arch.ArchitectureRules;

@AnalyzeClasses(packages = "emptyrecord.scenario", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule pure = ArchitectureRules.isPure("emptyrecord.scenario..");

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();
}
