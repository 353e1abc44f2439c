package emptyrecord.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The architecture rules of every module; each module's {@code ArchitectureTest} holds its classes against them. */
public final class ArchitectureRules {

    private static final Set<String> CLOCK_READS =
            Set.of("java.time.Instant.now", "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");

    /** Chance without a seed: no run with it can be played again. */
    private static final Set<String> UNSEEDED =
            Set.of("java.lang.Math.random", "java.util.UUID.randomUUID", "java.util.Random.<init>");

    /** A class's own resource, which is as constant as the class. */
    private static final Set<String> HARMLESS_IO = Set.of("Serializable", "InputStream");

    /** What every service may build on. */
    private static final Set<String> SHARED =
            Set.of("emptyrecord.api", "emptyrecord.kit", "emptyrecord.night", "emptyrecord.scenario");

    private ArchitectureRules() {}

    /** Same inputs, same outcome: a core knows none of what {@link #isPure} forbids. */
    public static ArchRule coreIsPure() {
        return isPure("..core..");
    }

    /**
     * Time, waiting and chance come in through the constructor; reading and writing is an adapter's work; the owner of a
     * shared object locks it.
     *
     * @param packages as ArchUnit writes them, for example {@code emptyrecord.night..}
     */
    public static ArchRule isPure(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "io.micrometer..",
                        "io.github.resilience4j..",
                        "io.opentelemetry..",
                        "software.amazon..",
                        "tools.jackson..",
                        "org.slf4j..",
                        "java.net..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat(new DescribedPredicate<>("open files") {
                    @Override
                    public boolean test(JavaClass c) {
                        return c.getPackageName().equals("java.io")
                                && !c.getSimpleName().endsWith("Exception")
                                && !HARMLESS_IO.contains(c.getSimpleName());
                    }
                })
                .orShould()
                .callMethodWhere(readsTheWallClock())
                .orShould()
                .callCodeUnitWhere(new DescribedPredicate<>("use chance without a seed") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        return hasNoArguments(call) && UNSEEDED.contains(nameOf(call));
                    }
                })
                .orShould(synchronise())
                .allowEmptyShould(true)
                .as(packages + " knows no framework, JSON, socket, file, thread, lock, wall clock or unseeded chance");
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

    /**
     * Packages can be read in an order: none depends, directly or by way of others, on one that depends on it. The root
     * package counts as one of them.
     *
     * @param own the module's root package, for example {@code emptyrecord.planner}
     */
    public static ArchRule noPackageCycles(String own) {
        return slices().assignedFrom(new PackageOf(own)).should().beFreeOfCycles();
    }

    /**
     * What a service's rooms may know of each other. {@code core} knows no other room. {@code client} and {@code chaos}
     * stand at the core's ports and know neither {@code web} nor {@code telemetry}. Nobody but {@code telemetry}, which
     * counts what was asked, and the root, which wires all, knows {@code web}.
     *
     * @param own the service's root package, for example {@code emptyrecord.planner}
     */
    public static ArchRule roomsAreKept(String own) {
        return CompositeArchRule.of(no(own, "core", "chaos", "client", "telemetry", "web"))
                .and(no(own, "client", "telemetry", "web"))
                .and(no(own, "chaos", "telemetry", "web"))
                .and(noClasses()
                        .that()
                        .resideInAPackage(own + "..")
                        .and()
                        .resideOutsideOfPackages(own, own + ".web..", own + ".telemetry..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(own + ".web.."));
    }

    private static ArchRule no(String own, String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(own + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Arrays.stream(others).map(o -> own + "." + o + "..").toArray(String[]::new))
                .allowEmptyShould(true);
    }

    /** Null is checked everywhere: every package says {@code @NullMarked}. */
    public static ArchRule everyPackageIsNullMarked() {
        return classes().should(new NullMarkedPackage());
    }

    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return new DescribedPredicate<>("read the wall clock") {
            @Override
            public boolean test(JavaCall<?> call) {
                return hasNoArguments(call) && CLOCK_READS.contains(nameOf(call));
            }
        };
    }

    private static ArchCondition<JavaClass> synchronise() {
        return new ArchCondition<>("have synchronized methods") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                boolean locks =
                        c.getMethods().stream().anyMatch(m -> m.getModifiers().contains(JavaModifier.SYNCHRONIZED));
                events.add(new SimpleConditionEvent(c, locks, c.getName() + (locks ? " has a lock" : " has no lock")));
            }
        };
    }

    private static String nameOf(JavaCall<?> call) {
        return call.getTargetOwner().getFullName() + "." + call.getName();
    }

    private static boolean hasNoArguments(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().equals(List.of());
    }
}
