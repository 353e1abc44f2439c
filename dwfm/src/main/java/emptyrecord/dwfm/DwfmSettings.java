package emptyrecord.dwfm;

import emptyrecord.dwfm.core.host.Wiring;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the DropletWorkflow Manager. Durations are incident time. AWS published none of the numbers; all are our
 * choice, tuned together: changing one alone may move or remove the collapse.
 *
 * @param hosts DWFM hosts in this process, 1 to 64; default 4
 * @param workersPerHost pieces of work a host does at a time, 1 to 256; default 4
 * @param dropletsPerHost droplets a host manages, 1 to 10,000; default 62 (F51: 10^6 in reality)
 * @param stateCheckInterval between two state checks of a droplet; default 5m (F50: every few minutes)
 * @param renewalWork what a host expects a state check to take, Sr; default 12300ms, which is what droplets take on
 *     average. The expectation bounds queues and paces retries; the droplet takes its own time
 * @param establishWork what it expects a new lease to take, Se; default 43050ms, 3.5 times Sr
 * @param deadline within which queued work must be done, A; default 90s
 * @param handshakeTimeout after which a droplet counts as silent; default 3m, longer than the deadline, so that the
 *     deadline is what decides (our choice)
 * @param lease how long a lease lasts; default 50m, so that a droplet may miss nine checks
 * @param restartAway how long a restarted host is away; default 2m
 * @param lossPerMinute how often a droplet loses its lease by itself, per droplet and minute; default 0.00005
 * @param connectionsPerHost connections to DynamoDB that a host has, 1 to 64; default 16 (our choice)
 * @param connectionMode how long they live: spread (between the next two), 60s or unbounded; default spread
 * @param connectionLifeMin shortest life of a connection; default 90m. It and the next are fitted: with them the leases
 *     are lost between T+0 and T+157 (F7)
 * @param connectionLifeMax longest life of a connection; default 120m
 * @param wiring how lapsed leases are made again, stale-fifo, all-or-nothing-batch or thundering-herd; default
 *     stale-fifo. An operation changes it until the process ends
 * @param blockSize the most droplets of a block in the wiring all-or-nothing-batch, 1 to 100; default 12. Fitted: four
 *     workers need 129 s for twelve, more than the deadline, and 43 s for one
 * @param dynamoUrl DynamoDB; its host name is resolved through the lab's DNS
 * @param table the lease table
 * @param instanceTable the table of EC2's instances
 * @param frontEndConnections connections to DynamoDB that EC2's front end has, 1 to 16; default 4 (our choice)
 * @param frontEndConnectionLife how long each of them lives, 1s to 24h; default 30s (our choice), so that EC2's
 *     API fails from T+0 on: AWS's summary has its increased error rates from 23:48 PDT, the same minute
 * @param droplets host:port of the droplets' agents; default 127.0.0.1:7208
 * @param networkManagerUrl where network state is sent
 * @param launchesPerMinute EC2's request limit for launches on a normal day; default 40
 * @param blockLevel launches per minute at or below which AWS's own launches are refused too; default 0.125
 * @param limitTerminations whether terminations, stops and reboots draw from the same bucket; default false
 * @param instancesPerDroplet how many instances fit on a droplet; default 64
 * @param standingInstances customers' instances that run in an empty region before its history begins, 0 to 5000; default
 *     400: what customers terminate during the night
 * @param rememberTerminated how long terminated instances can be described; default 60m
 * @param instancesMax instances that are kept, terminated ones included until they are forgotten; more are refused with
 *     InstanceLimitExceeded; default 10000, six nights' worth
 * @param instanceTextMax characters of tags, tokens and names of all instances together; default 2MB, of which an instance
 *     of the night takes about 130
 * @param zones Availability Zones the droplets are spread over
 */
@Validated
@ConfigurationProperties("dwfm")
public record DwfmSettings(
        @DefaultValue("4") @Min(1) @Max(64) int hosts,
        @DefaultValue("4") @Min(1) @Max(256) int workersPerHost,
        @DefaultValue("62") @Min(1) @Max(10_000) int dropletsPerHost,
        @DefaultValue("5m") @NotNull Duration stateCheckInterval,
        @DefaultValue("12300ms") @NotNull Duration renewalWork,
        @DefaultValue("43050ms") @NotNull Duration establishWork,

        @DefaultValue("90s") @NotNull Duration deadline,
        @DefaultValue("3m") @NotNull Duration handshakeTimeout,
        @DefaultValue("50m") @NotNull Duration lease,
        @DefaultValue("2m") @NotNull Duration restartAway,

        @DefaultValue("0.00005") @DecimalMin("0") @DecimalMax("1")
        double lossPerMinute,

        @DefaultValue("16") @Min(1) @Max(64) int connectionsPerHost,
        @DefaultValue("spread") @NotNull String connectionMode,
        @DefaultValue("90m") @NotNull Duration connectionLifeMin,
        @DefaultValue("120m") @NotNull Duration connectionLifeMax,

        @DefaultValue("stale-fifo") @NotNull String wiring,
        @DefaultValue("12") int blockSize,

        @DefaultValue("http://dynamodb.us-east-1.amazonaws.test:8000") @NotNull
        URI dynamoUrl,

        @DefaultValue("droplet-leases") @NotNull String table,
        @DefaultValue("ec2-instances") @NotNull String instanceTable,
        @DefaultValue("4") @Min(1) @Max(16) int frontEndConnections,
        @DefaultValue("30s") @NotNull Duration frontEndConnectionLife,
        @DefaultValue("127.0.0.1:7208") @NotNull String droplets,
        @DefaultValue("http://127.0.0.1:7005") @NotNull URI networkManagerUrl,
        @DefaultValue("40") @DecimalMin("0.001") double launchesPerMinute,
        @DefaultValue("0.125") @DecimalMin("0") double blockLevel,
        @DefaultValue("false") boolean limitTerminations,
        @DefaultValue("64") @Min(1) int instancesPerDroplet,
        @DefaultValue("400") @Min(0) @Max(5000) int standingInstances,
        @DefaultValue("60m") @NotNull Duration rememberTerminated,
        @DefaultValue("10000") @Min(1) @Max(100_000) int instancesMax,
        @DefaultValue("2MB") @NotNull DataSize instanceTextMax,

        @DefaultValue({"us-east-1a", "us-east-1b", "us-east-1c"}) @NotNull
        List<String> zones) {

    public DwfmSettings {
        zones = List.copyOf(zones);
        if (zones.isEmpty() || zones.size() > dropletsPerHost) {
            throw new IllegalArgumentException(
                    "dwfm.zones must name at least one zone and not more zones than a host has droplets");
        }
        if (frontEndConnectionLife.compareTo(Duration.ofSeconds(1)) < 0
                || frontEndConnectionLife.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "dwfm.front-end-connection-life must lie between 1s and 24h, not " + frontEndConnectionLife);
        }
        if (instanceTable.equals(table)) {
            throw new IllegalArgumentException("dwfm.instance-table and dwfm.table are both " + table
                    + "; instances and leases need a table each");
        }
        if (handshakeTimeout.compareTo(deadline) <= 0) {
            throw new IllegalArgumentException("dwfm.handshake-timeout must be longer than dwfm.deadline " + deadline
                    + ", or time-outs decide and not the deadline");
        }
        if (!Wiring.NAMES.contains(wiring)) {
            throw new IllegalArgumentException("dwfm.wiring must be one of " + Wiring.NAMES + ", not '" + wiring + "'");
        }
        var unused = new Wiring.AllOrNothingBatch(blockSize);
    }

    /** @throws IllegalArgumentException if mode or lives cannot be */
    public ConnectionRule connectionRule() {
        return new ConnectionRule(connectionsPerHost, connectionLifeMin, connectionLifeMax).mode(connectionMode);
    }

    /** Of the front end: all of its connections live equally long. */
    ConnectionRule frontEndRule() {
        return new ConnectionRule(frontEndConnections, frontEndConnectionLife, frontEndConnectionLife);
    }

    /** @throws IllegalArgumentException if there is none of that name, or blocks cannot be of that size */
    public Wiring wiredAs(String name) {
        return Wiring.of(name, blockSize);
    }

    /** The numbers of one host; relations between them are checked here, at start. */
    LeaseParameters leaseParameters() {
        return new LeaseParameters(
                dropletsPerHost,
                workersPerHost,
                stateCheckInterval,
                renewalWork,
                establishWork,
                deadline,
                lease,
                restartAway,
                lossPerMinute);
    }
}
