package emptyrecord.lab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.ArchitectureRules;
import java.util.List;

/** One rule for each package: its allowed dependencies, from the bottom up. */
@AnalyzeClasses(packages = "emptyrecord.lab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String LAB = "emptyrecord.lab.";

    @ArchTest
    static final ArchRule nullMarked = ArchitectureRules.everyPackageIsNullMarked();

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("emptyrecord.lab");

    @ArchTest
    static final ArchRule failureKnowsNoOtherRoom = knowsOnly("failure");

    @ArchTest
    static final ArchRule terminalKnowsNoRegion = knowsOnly("terminal");

    @ArchTest
    static final ArchRule machineKnowsNoRegion = knowsOnly("machine");

    @ArchTest
    static final ArchRule startKnowsNoOtherRoom = knowsOnly("start");

    @ArchTest
    static final ArchRule startIsPure = ArchitectureRules.isPure("emptyrecord.lab.start..");

    @ArchTest
    static final ArchRule dnsOnlyDraws = knowsOnly("dns", "terminal");

    @ArchTest
    static final ArchRule dnsDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage(LAB + "dns..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.util.concurrent..", "picocli..")
            .as("dns reads through StateReader and DnsLookup alone");

    @ArchTest
    static final ArchRule homeKnowsNoProcess = knowsOnly("home", "failure");

    @ArchTest
    static final ArchRule clientKnowsAddressesOnly = knowsOnly("client", "failure", "home");

    @ArchTest
    static final ArchRule platformKnowsNoCommand =
            knowsOnly("platform", "failure", "home", "client", "machine", "start", "terminal");

    @ArchTest
    static final ArchRule regionKnowsNoRun =
            knowsOnly("region", "failure", "home", "client", "machine", "start", "terminal", "platform", "dns");

    @ArchTest
    static final ArchRule runKnowsNoRace =
            knowsOnly("run", "failure", "home", "client", "terminal", "platform", "region");

    @ArchTest
    static final ArchRule raceKnowsNoRun =
            knowsOnly("race", "failure", "home", "client", "terminal", "platform", "region", "dns");

    @ArchTest
    static final ArchRule commandsAreKnownByTheApplicationOnly = classes()
            .that()
            .resideInAPackage(LAB + "command..")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .resideInAnyPackage(LAB + "command..", "emptyrecord.lab");

    @ArchTest
    static final ArchRule nobodyKnowsTheApplication = noClasses()
            .that()
            .doNotHaveSimpleName("LabApplication")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("LabApplication");

    @ArchTest
    static final ArchRule noServiceButItsJudgeAndCores = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "emptyrecord.dynamo..",
                    "emptyrecord.dwfm..",
                    "emptyrecord.network..",
                    "emptyrecord.nlb..")
            .as("the services are started and asked over HTTP, not called");

    private static ArchRule knowsOnly(String room, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = LAB + room + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = LAB + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(LAB + room + "..")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(allowed)).and(resideInAPackage("emptyrecord.lab..")))
                .as(room + " knows of the other rooms only " + List.of(others));
    }
}
