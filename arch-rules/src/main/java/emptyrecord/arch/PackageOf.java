package emptyrecord.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * Every package of a module is a slice, its root package too.
 *
 * @param own the module's root package, for example {@code emptyrecord.planner}
 */
record PackageOf(String own) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass c) {
        String in = c.getPackageName();
        return in.equals(own) || in.startsWith(own + ".") ? SliceIdentifier.of(in) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "packages of " + own;
    }
}
