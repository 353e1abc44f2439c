package emptyrecord.race;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;

/** The simulator depends on the services' cores and on nothing else of them, and is as pure as they are. */
@AnalyzeClasses(packages = "emptyrecord.race", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule coresOnly = noClasses()
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("belong to a service but not to its core") {
                @Override
                public boolean test(JavaClass c) {
                    String in = c.getPackageName();
                    return in.startsWith("emptyrecord.")
                            && !in.startsWith("emptyrecord.race")
                            && !in.startsWith("emptyrecord.api")
                            && !in.equals("emptyrecord.kit.switchboard")
                            && !c.getName().equals("emptyrecord.kit.kernel.Agenda")
                            && !c.getName().startsWith("emptyrecord.kit.kernel.Agenda$")
                            && !c.getSimpleName().equals("TreeNames")
                            && !in.matches("emptyrecord\\.(planner|enactor|route53)\\.core");
                }
            });

    @ArchTest
    static final ArchRule pure = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.net..", "java.nio.channels..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule pureCore = ArchitectureRules.coreIsPure();

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("emptyrecord.race");

    @ArchTest
    static final ArchRule coreKnowsNeitherSearchNorClock = noClasses()
            .that()
            .resideInAPackage("emptyrecord.race.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("emptyrecord.race.search..", "emptyrecord.race.timed..");

    @ArchTest
    static final ArchRule timedDoesNotKnowSearch = noClasses()
            .that()
            .resideInAPackage("emptyrecord.race.timed..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("emptyrecord.race.search..");

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();
}
