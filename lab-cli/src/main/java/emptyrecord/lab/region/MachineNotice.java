package emptyrecord.lab.region;

import emptyrecord.api.client.Resources;
import emptyrecord.api.common.ClockView;
import emptyrecord.kit.clock.StallWatch;
import emptyrecord.lab.client.HealthProbe;
import emptyrecord.lab.machine.KeepingUp;
import emptyrecord.lab.machine.RegionCpu;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Checks every few seconds during a run whether the machine keeps up. */
public final class MachineNotice {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final RegionAccess lab;
    private final HealthProbe probe = new HealthProbe();
    private final RegionCpu cpu = new RegionCpu();
    private final KeepingUp keepingUp = new KeepingUp(StallWatch.SLACK.toSeconds());
    private Instant last = Instant.EPOCH;

    public MachineNotice(RegionAccess lab) {
        this.lab = lab;
    }

    /** A sentence when the machine no longer keeps up, or does again; else nothing. */
    public Optional<String> look() {
        if (Duration.between(last, Instant.now()).compareTo(EVERY) < 0) {
            return Optional.empty();
        }
        last = Instant.now();
        return probe.read(lab.control(), Resources.CLOCK).flatMap(this::see);
    }

    private Optional<String> see(ClockView clock) {
        return keepingUp.see(new KeepingUp.Look(clock.lag().worstSeconds(), clock.speed(), cpu.available(processes())));
    }

    /** The region's processes; none for containers, whose CPU is not measured. */
    private Collection<ProcessHandle> processes() {
        return lab.platform().living().values().stream()
                .filter(id -> id.matches("\\d{1,10}"))
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)).stream())
                .toList();
    }
}
