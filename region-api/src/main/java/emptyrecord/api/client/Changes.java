package emptyrecord.api.client;

import emptyrecord.api.common.ClockView;
import emptyrecord.api.common.FaultLease;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.Freeze;
import emptyrecord.api.common.GuardSwitch;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.common.HoldRequest;
import emptyrecord.api.common.HostEntry;
import emptyrecord.api.common.PointView;
import emptyrecord.api.dwfm.ApiLimitRequest;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.dwfm.ThrottleRequest;
import emptyrecord.api.dwfm.WiringRequest;
import emptyrecord.api.dwfm.WiringView;
import emptyrecord.api.enactor.LookOutcome;
import emptyrecord.api.network.Workers;
import emptyrecord.api.nlb.AutoFailover;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What can be changed at the services: path, body and answer of each request. */
public final class Changes {

    private Changes() {}

    public static Change<FaultView> inject(String fault, FaultRequest request) {
        return Change.put(Resources.fault(fault), request);
    }

    /** A new lease for a fault that is on. */
    public static Change<FaultView> renew(String fault, FaultLease lease) {
        return Change.put(Resource.of(Resources.fault(fault).path() + "/lease", FaultView.class), lease);
    }

    public static Change<FaultView> clear(String fault) {
        return Change.delete(Resources.fault(fault));
    }

    public static Change<GuardView> guard(String name, boolean on) {
        return Change.put(Resources.guard(name), new GuardSwitch(on));
    }

    /** Holds at a point, or renews the hold. */
    public static Change<PointView> hold(String point, HoldRequest request) {
        return Change.put(Resource.of(Resources.POINTS.path() + "/" + point, PointView.class), request);
    }

    /** Lets one step past a point that stays held. */
    public static Change<PointView> release(String point) {
        return Change.post(Resource.of(Resources.POINTS.path() + "/" + point + "/release", PointView.class), Map.of());
    }

    /** Ends every hold. */
    public static Change<List<PointView>> letAllGo() {
        return Change.delete(Resources.POINTS);
    }

    /** @param addresses at least one, each an IP address, that the name gets without DNS */
    public static Change<Map<String, List<String>>> host(String name, List<String> addresses) {
        return Change.put(Resources.host(name), HostEntry.of(addresses));
    }

    public static Change<Map<String, List<String>>> forgetHost(String name) {
        return Change.delete(Resources.host(name));
    }

    /** @param at wall time of T+0 */
    public static Change<ClockView> zeroAt(Instant at) {
        return Change.put(Resources.CLOCK_ZERO, new ClockView.Zero(at));
    }

    public static Change<ClockView> clearZero() {
        return Change.delete(Resources.CLOCK_ZERO);
    }

    public static Change<Freeze> freeze(boolean on) {
        return Change.put(Resources.FREEZE, new Freeze(on));
    }

    /** An enactor looks for a plan now; it answers with the previous look. */
    public static Change<LookOutcome> applyNow() {
        return Change.post(Resources.LAST_LOOK, Map.of());
    }

    /** @param share of the capacity that dwfm admits, 0 to 1 */
    public static Change<Map<String, Object>> throttle(double share) {
        return Change.put(Resources.THROTTLE, new ThrottleRequest(share));
    }

    public static Change<Map<String, Object>> unthrottle() {
        return Change.delete(Resources.THROTTLE);
    }

    /** @param name of the wiring by which dwfm's hosts work from now on */
    public static Change<WiringView> wiring(String name) {
        return Change.put(Resources.WIRING, new WiringRequest(name));
    }

    /** The wiring that dwfm started with. */
    public static Change<WiringView> wiringAsAtStart() {
        return Change.delete(Resources.WIRING);
    }

    public static Change<DwfmState.ApiLimit> apiLimit(ApiLimitRequest request) {
        return Change.put(Resources.API_LIMIT, request);
    }

    public static Change<DwfmState.ApiLimit> apiLimitOff() {
        return Change.delete(Resources.API_LIMIT);
    }

    /** @param host of dwfm */
    public static Change<DwfmState.Host> restartHost(String host) {
        return Change.post(
                Resource.of(Routes.OPERATIONS + "/hosts/" + host + "/restart", DwfmState.Host.class), Map.of());
    }

    public static Change<Workers> workers(int perZone) {
        return Change.put(Resources.WORKERS, new Workers(perZone));
    }

    /** As many workers as the service started with. */
    public static Change<Workers> workersAsAtStart() {
        return Change.delete(Resources.WORKERS);
    }

    public static Change<AutoFailover> autoFailover(boolean on) {
        return Change.put(Resources.AUTO_FAILOVER, new AutoFailover(on));
    }
}
