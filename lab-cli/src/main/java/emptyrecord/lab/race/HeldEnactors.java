package emptyrecord.lab.race;

import emptyrecord.lab.failure.Interruption;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.region.RegionAccess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds the enactors' points and renews the leases until closed. A second conductor is refused. */
public final class HeldEnactors implements AutoCloseable {

    private static final Duration RENEW_EVERY = Duration.ofSeconds(PausePoints.LEASE_SECONDS / 3);

    private final Map<String, PausePoints> enactors = new LinkedHashMap<>();
    private final Thread renewing;
    private final Thread onInterrupt;

    /** @param say receives the messages at Ctrl-C */
    public HeldEnactors(RegionAccess lab, Consumer<String> say) {
        for (String letter : List.of("a", "b", "c")) {
            enactors.put(letter, new PausePoints(lab.platform().named("dns-enactor-" + letter), lab.http()));
        }
        for (PausePoints enactor : enactors.values()) {
            if (enactor.anythingHeld()) {
                throw new LabException(
                        enactor.service().name() + " is held at a point already; another ./lab race --step"
                                + " holds it; end that command, or wait a minute until its lease expires");
            }
        }
        onInterrupt = Interruption.hook("let-go-on-interrupt", () -> {
            letAllGo();
            say.accept("interrupted: the enactors are released and continue by themselves");
        });
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        renewing = Thread.ofVirtual().name("renew-leases").start(this::renew);
    }

    PausePoints enactor(String letter) {
        return Optional.ofNullable(enactors.get(letter)).orElseThrow();
    }

    private void renew() {
        try {
            while (true) {
                Thread.sleep(RENEW_EVERY);
                enactors.values().forEach(PausePoints::renew);
            }
        } catch (InterruptedException | LabException e) {
            // Closed, or the region is gone; then leases run out by themselves.
        }
    }

    void letAllGo() {
        enactors.values().forEach(PausePoints::letAllGo);
    }

    @Override
    public void close() {
        renewing.interrupt();
        Interruption.removeHook(onInterrupt);
        letAllGo();
    }
}
