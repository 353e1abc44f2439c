package emptyrecord.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import emptyrecord.arch.fixture.client.KnowsCore;
import emptyrecord.arch.fixture.core.Impure;
import emptyrecord.arch.fixture.core.KnowsWeb;
import emptyrecord.arch.fixture.core.Pure;
import emptyrecord.arch.fixture.round.a.There;
import emptyrecord.arch.fixture.round.b.Back;
import emptyrecord.arch.fixture.web.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule can fail: it rejects what it is for, and lets pass what is as it should be. */
class ArchitectureRulesTest {

    private static final String HERE = "emptyrecord.arch.fixture";

    private static boolean broken(ArchRule rule, Class<?>... classes) {
        return rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Impure.Clock.class,
                Impure.Unseeded.class,
                Impure.UnseededGenerator.class,
                Impure.RandomId.class,
                Impure.OldFile.class,
                Impure.NewFile.class,
                Impure.Socket.class,
                Impure.Threaded.class,
                Impure.Concurrent.class,
                Impure.Locked.class
            })
    void anImpureCoreIsRejected(Class<?> impure) {
        assertThat(broken(ArchitectureRules.coreIsPure(), impure)).isTrue();
        assertThat(broken(ArchitectureRules.isPure(HERE + ".."), impure)).isTrue();
        assertThat(broken(ArchitectureRules.isPure(HERE + ".web.."), impure)).isFalse();
    }

    @Test
    void aCoreThatIsGivenTimeAndChanceIsPure() {
        assertThat(broken(ArchitectureRules.coreIsPure(), Pure.class)).isFalse();
    }

    @Test
    void aCoreMayNotKnowTheRoomsAroundIt() {
        assertThat(broken(ArchitectureRules.roomsAreKept(HERE), KnowsWeb.class, Page.class))
                .isTrue();
        assertThat(broken(ArchitectureRules.roomsAreKept(HERE), KnowsCore.class, Pure.class))
                .isFalse();
    }

    @Test
    void packagesThatKnowEachOtherAreRejected() {
        assertThat(broken(ArchitectureRules.noPackageCycles(HERE), There.class, Back.class))
                .isTrue();
        assertThat(broken(ArchitectureRules.noPackageCycles(HERE), KnowsCore.class, Pure.class))
                .isFalse();
    }

    @Test
    void aServiceMayNotKnowAnother() {
        assertThat(broken(ArchitectureRules.dependsOnNoOtherService(HERE + ".client"), KnowsCore.class))
                .isTrue();
        assertThat(broken(ArchitectureRules.dependsOnNoOtherService(HERE), KnowsCore.class))
                .isFalse();
    }

    @Test
    void aPackageWithoutTheMarkIsRejected() {
        assertThat(broken(ArchitectureRules.everyPackageIsNullMarked(), String.class))
                .isTrue();
        JavaClasses own = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("emptyrecord.arch");
        assertThat(own).isNotEmpty();
        assertThat(ArchitectureRules.everyPackageIsNullMarked().evaluate(own).hasViolation())
                .isFalse();
    }
}
