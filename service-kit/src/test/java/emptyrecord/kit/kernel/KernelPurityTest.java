package emptyrecord.kit.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import emptyrecord.arch.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** Cores are built on the kernel, so it is as pure as they are; only {@link Driver} meets threads and the wall clock. */
class KernelPurityTest {

    @Test
    void allButTheDriverIsPure() {
        JavaClasses kernel = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("emptyrecord.kit.kernel")
                .that(not(belongToAnyOf(Driver.class)));
        ArchitectureRules.isPure("emptyrecord.kit.kernel..")
                .allowEmptyShould(false)
                .check(kernel);
    }
}
