package emptyrecord.lab.command;

import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.run.RunStore;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Names that a shell completes without asking a region. A test compares them with the modules' READMEs, which the
 * services' own tests compare with the services.
 */
final class CompletionNames {

    static final List<String> FAULTS = List.of(
            "host-crash",
            "latency",
            "lb-down",
            "lose-lock",
            "servfail",
            "slow-changes",
            "slow-checker",
            "slow-handshake",
            "slow-propagation",
            "slow-workers",
            "stop",
            "throttle");

    static final List<String> GUARDS = List.of(
            "dns.cleanup-skips-active",
            "dns.fence",
            "dns.last-known-good",
            "dns.max-tries",
            "dns.min-answers",
            "dns.recheck-after-lock",
            "dns.reread-plan-on-retry",
            "dns.rollback-tolerant",
            "dns.slow-lane",
            "droplets.drop-abandoned",
            "dwfm.admission",
            "dwfm.backoff-jitter",
            "dwfm.bounded-queue",
            "dwfm.dedupe",
            "dwfm.droplet-breaker",
            "dwfm.dynamo-breaker",
            "dwfm.handshake-bulkhead",
            "dwfm.lifo",
            "dwfm.retry-budget",
            "dwfm.stale-drop",
            "dwfm.time-limiter",
            "nlb.damping",
            "nlb.fail-open",
            "nlb.late-is-unknown",
            "nlb.velocity-control",
            "nlb.warm-up",
            "nm.coalesce",
            "nm.delta-push",
            "nm.queue-throttle",
            "nm.ready-gate");

    static final List<String> OPERATIONS = List.of(
            "api-limit",
            "api-limit-off",
            "ask-enactor",
            "clear",
            "clear-static-hosts",
            "dwfm-throttle",
            "dwfm-unthrottle",
            "dwfm-wiring",
            "dwfm-wiring-reset",
            "freeze-automation",
            "guard",
            "inject",
            "install-plan",
            "nlb-failover-off",
            "nlb-failover-on",
            "nm-workers",
            "reset-all",
            "restart-dwfm-host",
            "static-hosts",
            "unfreeze-automation");

    private CompletionNames() {}

    /** Names for picocli's completion, which needs a class. */
    abstract static class Candidates implements Iterable<String> {

        private final List<String> names;

        Candidates(List<String> names) {
            this.names = List.copyOf(names);
        }

        @Override
        public Iterator<String> iterator() {
            return names.iterator();
        }
    }

    static final class Faults extends Candidates {
        Faults() {
            super(FAULTS);
        }
    }

    static final class Guards extends Candidates {
        Guards() {
            super(GUARDS);
        }
    }

    static final class Operations extends Candidates {
        Operations() {
            super(OPERATIONS);
        }
    }

    static final class Services extends Candidates {
        Services() {
            super(RegionLayout.FIRST.services().stream().map(ServiceSpec::name).toList());
        }
    }

    static final class Scenarios extends Candidates {
        Scenarios() {
            super(new ArrayList<>(new ScenarioFiles().names()));
        }
    }

    static final class Shells extends Candidates {
        Shells() {
            super(List.of("bash", "zsh"));
        }
    }

    /** The name of the newest run, which does not change. */
    static final class Runs extends Candidates {
        Runs() {
            super(List.of(RunStore.LAST));
        }
    }
}
