package emptyrecord.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

/** The contract knows nobody who keeps it. */
@AnalyzeClasses(packages = "emptyrecord.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNobody = noClasses()
            .that()
            .resideInAPackage("emptyrecord.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("emptyrecord.kit..", "org.springframework..", "software.amazon..", "org.xbill..");

    @ArchTest
    static final ArchRule noCycles = ArchitectureRules.noPackageCycles("emptyrecord.api");

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();
}
