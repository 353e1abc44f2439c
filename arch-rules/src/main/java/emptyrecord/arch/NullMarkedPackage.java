package emptyrecord.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** A class whose package carries {@code @NullMarked}, so that NullAway looks at it. */
final class NullMarkedPackage extends ArchCondition<JavaClass> {

    NullMarkedPackage() {
        super("live in a @NullMarked package");
    }

    @Override
    public void check(JavaClass c, ConditionEvents events) {
        boolean marked = c.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        if (!marked) {
            events.add(SimpleConditionEvent.violated(c, c.getPackageName() + " has no @NullMarked package-info"));
        }
    }
}
