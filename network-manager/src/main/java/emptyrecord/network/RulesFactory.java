package emptyrecord.network;

import emptyrecord.kit.kernel.Remedy;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.network.core.Admission;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.DeltaCost;
import emptyrecord.network.core.NetworkRules;
import emptyrecord.network.core.PushCost;
import emptyrecord.network.core.Readiness;
import emptyrecord.network.core.SnapshotCost;
import emptyrecord.network.core.TaskChoice;
import emptyrecord.network.core.ZoneRules;
import java.time.Duration;
import java.util.Random;
import java.util.function.BiFunction;

/** Makes the core's rules from the settings: each defect of the night, its remedy, and the guard that selects one. */
final class RulesFactory {

    private final NetworkSettings settings;
    private final long seed;
    private final BiFunction<Az, PushCost, PushCost> faults;
    private final Guards guards;
    private final Remedy<TaskChoice> choice;

    /** @param faults decorates a zone's push cost */
    RulesFactory(NetworkSettings settings, Guards guards, long seed, BiFunction<Az, PushCost, PushCost> faults) {
        this.settings = settings;
        this.guards = guards;
        this.seed = seed;
        this.faults = faults;
        this.choice = new Remedy<>(
                guards.declare(
                        "nm.coalesce", "Tasks of instances that are gone are left out of the queue (F60, our choice)"),
                TaskChoice.EVERY_TASK,
                TaskChoice.LIVING_ONLY);
    }

    NetworkRules rules() {
        return new NetworkRules(
                settings.zones().stream().map(this::zone).toList(),
                settings.workersPerZone(),
                new Remedy<>(
                        guards.declare(
                                "nm.queue-throttle",
                                "Launches are refused while a zone's queue is longer than network.queue-max (F83)"),
                        Admission.UNBOUNDED,
                        Admission.upTo(settings.queueMax())),
                new Remedy<>(
                        guards.declare(
                                "nm.ready-gate",
                                "An instance is called ready only when every zone knows it (F70, our choice)"),
                        Readiness.AT_ONCE,
                        Readiness.KNOWN_EVERYWHERE),
                settings.forgetAfter());
    }

    private ZoneRules zone(NetworkSettings.Zone zone) {
        Az az = new Az(zone.name());
        Duration base = PushCost.times(settings.pushCost(), 1 / zone.speed());
        Remedy<PushCost> guarded = new Remedy<>(
                guards.declare(
                        "nm.delta-push", "A push carries one change, so its cost does not grow with the queue (F60)"),
                new SnapshotCost(base, settings.backlogUnit(), settings.growthMax()),
                new DeltaCost(base));
        PushCost cost = faults.apply(az, queued -> guarded.ask(c -> c.of(queued)));
        Random chance = new Random(seed ^ ("network-manager/" + az).hashCode());
        return new ZoneRules(az, cost, choice, settings.spread(), settings.delayWindow(), chance);
    }
}
