package emptyrecord.control.run;

import emptyrecord.control.client.Peer;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.night.race.RoundWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Rounds of the race. Each makes one enactor lose its next locks and looks whether the regional name then becomes empty
 * BY ITSELF and stays so; a name that a pass in flight fills again was a blip. Which enactor it is comes from the seed.
 */
final class RaceStep {

    private final Lab lab;
    private final Diary diary;
    private final ControlSettings.ReplayNumbers numbers;
    private final String zone;
    private final Random chance;

    RaceStep(Lab lab, Diary diary, long seed) {
        this.lab = lab;
        this.diary = diary;
        this.numbers = lab.settings().replay();
        this.zone = lab.settings().names().regional();
        this.chance = new Random(seed * 31 + "race".hashCode());
    }

    /** One round; gives T+0, or empty when it ended harmlessly. */
    Optional<Instant> round(int number) throws InterruptedException {
        Peer enactor =
                lab.peers().enactors().get(chance.nextInt(lab.peers().enactors().size()));
        Instant start = lab.clock().wallInstant();
        lab.events().record("round-started", Map.of("round", number, "enactor", enactor.name()));
        lab.http()
                .put(
                        enactor,
                        "/chaos/" + numbers.trigger(),
                        Map.of(
                                "step", numbers.triggerStep(),
                                "target", numbers.triggerTarget(),
                                "leaseMinutes", leaseMinutes()));
        try {
            return watch(number, enactor, start);
        } finally {
            lab.http().delete(enactor, "/chaos/" + numbers.trigger());
        }
    }

    /** Real minutes: a round and something over; if the desk dies, the enactor forgets the trigger by itself. */
    private double leaseMinutes() {
        return lab.clock().toReal(numbers.roundLimit()).toMillis() / 60_000.0 + 1;
    }

    private Optional<Instant> watch(int number, Peer enactor, Instant start) throws InterruptedException {
        while (true) {
            diary.next();
            RoundWatch watch = new RoundWatch(
                    diary.events().stream()
                            .filter(e -> !e.wall().isBefore(start))
                            .toList(),
                    enactor.name(),
                    numbers.triggerTarget(),
                    zone);
            Optional<Instant> empty = watch.emptySince();
            if (empty.isPresent()) {
                if (since(empty.get()).compareTo(numbers.stayEmpty()) >= 0 && reallyEmpty()) {
                    return zero(number, empty.get());
                }
                continue;
            }
            Optional<String> harmless = harmless(watch, start);
            if (harmless.isPresent()) {
                lab.events().record("round-ended", Map.of("round", number, "outcome", harmless.get()));
                return Optional.empty();
            }
        }
    }

    private Optional<String> harmless(RoundWatch watch, Instant start) {
        Optional<RoundWatch.Landing> landing = watch.landing();
        if (landing.isPresent() && since(landing.get().at()).compareTo(numbers.settle()) >= 0) {
            return Optional.of(landing.get().flipped() ? "harmless" : "given-up");
        }
        return since(start).compareTo(numbers.roundLimit()) >= 0 ? Optional.of("no-landing") : Optional.empty();
    }

    private Optional<Instant> zero(int number, Instant at) {
        lab.events().record("round-ended", Map.of("round", number, "outcome", "record-empty"));
        lab.events().record("record-empty", Map.of("zone", zone, "at", at.toString(), "round", number));
        return Optional.of(at);
    }

    private boolean reallyEmpty() {
        return lab.dns().lookup(zone) instanceof DnsAnswer.Empty;
    }

    private Duration since(Instant wall) {
        return lab.clock().toIncident(Duration.between(wall, lab.clock().wallInstant()));
    }
}
