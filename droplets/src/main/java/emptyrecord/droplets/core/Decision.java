package emptyrecord.droplets.core;

import java.util.Optional;

/** What a droplet does with a check or an order. */
public sealed interface Decision {

    /** @param news to be written down and then {@linkplain Droplet#apply applied}; empty if nothing changes */
    record Obey(Optional<DropletLine> news) implements Decision {}

    record Refuse(Refusal why) implements Decision {}
}
