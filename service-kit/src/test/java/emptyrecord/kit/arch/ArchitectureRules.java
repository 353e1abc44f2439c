package emptyrecord.kit.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The architecture rules of every module; each service's {@code ArchitectureTest} holds its classes against them. */
public final class ArchitectureRules {

    private static final Set<String> CLOCK_READS =
            Set.of("java.time.Instant.now", "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");

    /** What every service may build on. */
    private static final Set<String> SHARED =
            Set.of("emptyrecord.api", "emptyrecord.kit", "emptyrecord.night", "emptyrecord.scenario");

    private ArchitectureRules() {}

    /** Same inputs, same outcome: a core knows no framework, no socket, no thread and no wall clock. */
    public static ArchRule coreIsPure() {
        return isPure("..core..");
    }

    /** @param packages as ArchUnit writes them, for example {@code emptyrecord.night..} */
    public static ArchRule isPure(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.net.http..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "io.micrometer..",
                        "software.amazon..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .callMethodWhere(readsTheWallClock())
                .allowEmptyShould(true)
                .as(packages + " knows no framework, socket, thread or wall clock");
    }

    /** @param own the module's root package, for example {@code emptyrecord.planner} */
    public static ArchRule dependsOnNoOtherService(String own) {
        return noClasses()
                .that()
                .resideInAPackage(own + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("belong to another service") {
                    @Override
                    public boolean test(JavaClass c) {
                        String in = c.getPackageName();
                        return in.startsWith("emptyrecord.")
                                && !in.startsWith(own)
                                && SHARED.stream().noneMatch(in::startsWith);
                    }
                });
    }

    /** Null is checked everywhere: every package says {@code @NullMarked}. */
    public static ArchRule everyPackageIsNullMarked() {
        return classes().should().resideInAnyPackage("emptyrecord..").andShould(new NullMarkedPackage());
    }

    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return new DescribedPredicate<>("read the wall clock") {
            @Override
            public boolean test(JavaCall<?> call) {
                String method = call.getTargetOwner().getFullName() + "." + call.getName();
                boolean noArguments = call.getTarget().getRawParameterTypes().equals(List.of());
                return noArguments && CLOCK_READS.contains(method);
            }
        };
    }
}
