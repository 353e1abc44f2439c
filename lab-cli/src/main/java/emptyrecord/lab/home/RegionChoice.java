package emptyrecord.lab.home;

import org.jspecify.annotations.Nullable;

/** The region that a command addresses: {@code --name} and {@code --compose}. */
public interface RegionChoice {

    /** Null for the region without a name. */
    @Nullable
    String region();

    /** Whether the region of containers is chosen. */
    boolean compose();
}
