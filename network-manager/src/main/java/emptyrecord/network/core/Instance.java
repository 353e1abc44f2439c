package emptyrecord.network.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Network Manager's knowledge of one instance, on the droplet where it was placed last. */
public final class Instance {

    private final NetworkChange launch;
    private Optional<NetworkChange> termination = Optional.empty();
    private final Map<Az, Settled> launchIn = new LinkedHashMap<>();
    private final Map<Az, Settled> terminationIn = new LinkedHashMap<>();

    Instance(NetworkChange launch) {
        this.launch = launch;
    }

    /** An instance that ran before the Network Manager's memory begins; every zone has known it since. */
    static Instance standing(NetworkChange end, List<Az> zones) {
        NetworkChange launch =
                new NetworkChange(end.number(), end.instance(), end.home(), Change.LAUNCHED, end.placement(), end.at());
        Instance instance = new Instance(launch);
        zones.forEach(zone -> instance.settle(new Settled(launch, zone, Settled.Outcome.USEFUL, end.at())));
        return instance;
    }

    public InstanceId id() {
        return launch.instance();
    }

    /** How often it was placed. */
    int placement() {
        return launch.placement();
    }

    /** Whether the change is about a droplet that it has left for another one. */
    public boolean hasLeft(NetworkChange change) {
        return change.placement() < placement();
    }

    /** The zone it runs in. */
    public Az home() {
        return launch.home();
    }

    public NetworkChange launch() {
        return launch;
    }

    public Optional<NetworkChange> termination() {
        return termination;
    }

    /** Terminated according to its owner, whether the zones know it or not. */
    public boolean terminated() {
        return termination.isPresent();
    }

    /** The zone knows the launch; it may or may not know the end. */
    public boolean knownIn(Az zone) {
        Settled settled = launchIn.get(zone);
        return settled != null && settled.outcome() != Settled.Outcome.SKIPPED;
    }

    boolean launchSkippedIn(Az zone) {
        Settled settled = launchIn.get(zone);
        return settled != null && settled.outcome() == Settled.Outcome.SKIPPED;
    }

    /** When the zone received the launch. */
    public Optional<Instant> knownSince(Az zone) {
        return knownIn(zone) ? Optional.ofNullable(launchIn.get(zone)).map(Settled::at) : Optional.empty();
    }

    boolean isSettled(Change change, Az zone) {
        return settledBy(change).containsKey(zone);
    }

    Map<Az, Settled> settledBy(Change change) {
        return change == Change.LAUNCHED ? launchIn : terminationIn;
    }

    void terminate(NetworkChange accepted) {
        termination = Optional.of(accepted);
    }

    void settle(Settled settled) {
        settledBy(settled.change().change()).put(settled.zone(), settled);
    }
}
