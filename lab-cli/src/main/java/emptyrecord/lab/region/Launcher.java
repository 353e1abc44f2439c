package emptyrecord.lab.region;

import emptyrecord.api.run.Steady;
import emptyrecord.lab.failure.Interruption;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.machine.CpuProbe;
import emptyrecord.lab.machine.SpeedAdvice;
import emptyrecord.lab.platform.Platform;
import emptyrecord.lab.platform.ServiceEnds;
import emptyrecord.lab.platform.StartOptions;
import emptyrecord.lab.terminal.Screen;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Starts the region on its platform, reports progress, and waits until it is steady. */
public final class Launcher {

    private final RegionAccess lab;
    private final StartDisplay display;
    private volatile boolean interrupted;

    public Launcher(RegionAccess lab, Screen screen) {
        this.lab = lab;
        this.display = new StartDisplay(screen);
    }

    /**
     * Starts every service, or only the missing ones, and returns when the region is steady. When a whole start fails
     * or is interrupted, nothing is left running.
     */
    public void up(StartOptions options) {
        Platform platform = lab.platform();
        if (platform.isUp()) {
            throw new LabException("the region is up already; ./lab " + platform.option() + "status shows it, ./lab "
                    + platform.option() + "down stops it");
        }
        platform.requireStartable();
        try (Closeable lock = platform.lock()) {
            Objects.requireNonNull(lock);
            if (platform.living().isEmpty()) {
                guarded(() -> fresh(options), true);
            } else {
                requireSameRegion(options);
                guarded(this::startMissing, false);
            }
        } catch (IOException e) {
            throw new LabException("cannot release the region's lock: " + e.getMessage());
        }
    }

    private void fresh(StartOptions options) {
        requireFit();
        advise(lab.platform().speed(options), options.strict());
        StartWait wait = new StartWait(lab, display);
        lab.platform().start(options, wait::untilHealthy);
        toSteady(wait);
    }

    private void startMissing() {
        Platform platform = lab.platform();
        Map<String, String> living = platform.living();
        List<ServiceSpec> missing = platform.services().stream()
                .filter(s -> !living.containsKey(s.name()))
                .toList();
        Map<String, ServiceEnds.End> ends = ServiceEnds.newest(platform.ends(), Instant.EPOCH);
        for (ServiceSpec service : missing) {
            ServiceEnds.End end = ends.get(service.name());
            display.line(service.name() + (end == null ? " does not run" : " ended: " + end.words()) + "; starting it");
        }
        StartWait wait = new StartWait(lab, display);
        missing.forEach(platform::startAgain);
        toSteady(wait);
    }

    private void toSteady(StartWait wait) {
        wait.untilHealthy(lab.platform().services());
        display.line(
                "all " + lab.platform().services().size() + " services are healthy after " + seconds(wait.since()));
        wait.untilSteady();
        display.end();
        display.line("the region is steady after " + seconds(wait.since()));
    }

    /** Runs a start so that an interrupt prints one clear line; if {@code whole}, a failed start stops everything. */
    private void guarded(Runnable start, boolean whole) {
        Thread undo = new Thread(() -> interrupt(whole), "stop-on-interrupt");
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            start.run();
        } catch (RuntimeException e) {
            waitForTheEndIfInterrupted();
            display.end();
            if (whole) {
                lab.platform().stop();
            }
            throw e;
        } finally {
            Interruption.removeHook(undo);
        }
    }

    private void interrupt(boolean whole) {
        interrupted = true;
        lab.platform().refuseStarts();
        display.end();
        if (!whole) {
            display.line("interrupted: the services that ran before continue; ./lab "
                    + lab.platform().option() + "status shows it");
            return;
        }
        int stopped = lab.platform().stop();
        display.line("interrupted: the start was cancelled; "
                + (stopped == 0 ? "nothing runs" : "the " + stopped + " services that ran were stopped"));
    }

    /** Failures while the region is being stopped are not reported; the JVM ends after that. */
    private void waitForTheEndIfInterrupted() {
        if (interrupted) {
            Interruption.waitForTheEnd();
        }
    }

    private void requireSameRegion(StartOptions options) {
        Double speed = options.speed();
        if (speed == null && options.seed() == null && options.loadBalancers() == null) {
            return;
        }
        String option = lab.platform().option();
        throw new LabException(
                "a part of a region runs here: " + lab.platform().living().keySet() + "; ./lab " + option
                        + "up without --speed, --seed and --load-balancers starts what is missing, ./lab " + option
                        + "down stops it");
    }

    /** @throws LabException naming everything that prevents the start */
    private void requireFit() {
        List<String> bad = lab.platform().examine().stream()
                .filter(f -> !f.ok())
                .map(f -> f.what() + ": " + f.advice())
                .toList();
        if (!bad.isEmpty()) {
            throw new LabException("the region cannot be started here:\n  " + String.join("\n  ", bad));
        }
    }

    private void advise(double speed, boolean strict) {
        SpeedAdvice advice =
                SpeedAdvice.of(speed, CpuProbe.cores(lab.platform().services().size()));
        if (!advice.tooBusy()) {
            return;
        }
        if (strict) {
            throw new LabException(advice.words());
        }
        display.line("note: " + advice.words() + ". It starts anyway; --strict refuses");
    }

    public static String openChecks(Steady steady) {
        return SteadyWait.open(steady).stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    public static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
