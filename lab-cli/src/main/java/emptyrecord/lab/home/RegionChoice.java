package emptyrecord.lab.home;

import org.jspecify.annotations.Nullable;

/** Which region a command means: what {@code --name} and {@code --compose} said. */
public interface RegionChoice {

    /** Null for the region without a name. */
    @Nullable
    String region();

    /** Whether the region of containers is asked for. */
    boolean compose();
}
