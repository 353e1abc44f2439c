package emptyrecord.spec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

/** The model reads only a run's folder and no service's code; otherwise it would check the code against itself. */
@AnalyzeClasses(packages = "emptyrecord.spec", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("emptyrecord.spec");

    @ArchTest
    static final ArchRule knowsNoService = ArchitectureRules.dependsOnNoOtherService("emptyrecord.spec");

    @ArchTest
    static final ArchRule noFrameworkAndNoNetwork = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.net.http..", "emptyrecord.lab..");

    @ArchTest
    static final ArchRule theModelKnowsNoTrace = noClasses()
            .that()
            .resideInAPackage("emptyrecord.spec")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("emptyrecord.spec.trace..");
}
