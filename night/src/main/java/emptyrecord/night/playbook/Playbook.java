package emptyrecord.night.playbook;

import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.facts.AwsMinutes;

/**
 * The operators' times and numbers. Minutes are T+ unless the name says otherwise, rates are launches an incident
 * minute. AWS's times are given; the operators' actions at them, and every rate, are fitted or our choice, as each line
 * says.
 */
public record Playbook(Dns dns, LeaseRepair leaseRepair, Relief relief, Failover failover, Relaxation relaxation) {

    /** AWS's times and the small set's numbers. */
    public static Playbook night() {
        return new Playbook(Dns.night(), LeaseRepair.night(), Relief.night(), Failover.night(), Relaxation.night());
    }

    /**
     * The name and the automation that emptied it. All times are given.
     *
     * @param staticHostsMinute F6
     * @param installPlanMinute F8
     * @param freezeMinute F15
     */
    public record Dns(double staticHostsMinute, double installPlanMinute, double freezeMinute) {
        static Dns night() {
            return new Dns(AwsMinutes.STOPGAPS, AwsMinutes.DNS_RESTORED, AwsMinutes.AUTOMATION_FROZEN);
        }
    }

    /**
     * Launch limit, throttle and restarts of DWFM (F12, F13).
     *
     * @param startMinute given
     * @param blockedPerMinute launches admitted while leases are repaired; our choice
     * @param repairedPerMinute launches admitted once leases are held; fitted: what the Network Manager can push, less
     *     the terminations
     * @param throttleShare share of DWFM's capacity that is admitted; fitted: lands the leases' return on T+340
     * @param restartGapMinutes between two hosts; fitted: lands the leases' return on T+340
     * @param repairedShare share of leases that counts as all; our choice
     */
    public record LeaseRepair(
            double startMinute,
            double blockedPerMinute,
            double repairedPerMinute,
            double throttleShare,
            double restartGapMinutes,
            double repairedShare) {

        public static final double BLOCKED_PER_MINUTE = .125;
        public static final double REPAIRED_PER_MINUTE = 6.8;
        public static final double THROTTLE_SHARE = .27;
        public static final int RESTART_GAP_MINUTES = 11;

        static LeaseRepair night() {
            return new LeaseRepair(
                    AwsMinutes.REPAIR_BEGUN,
                    BLOCKED_PER_MINUTE,
                    REPAIRED_PER_MINUTE,
                    THROTTLE_SHARE,
                    RESTART_GAP_MINUTES,
                    Thresholds.LEASES_ALL_SHARE);
        }
    }

    /**
     * The launch limit while the Network Manager is behind.
     *
     * @param startMinute first look at the backlog; our choice
     * @param lookEveryMinutes between looks; our choice
     * @param floorPerMinute lowest limit; our choice
     * @param ceilingPerMinute highest limit; fitted: below what can be pushed
     * @param backlogItems a shorter worst queue needs no relief; our choice
     * @param goalItems the worst queue that the operators want when failover is switched off; fitted
     * @param doneMinute when they want it to be empty; fitted: normal times come by T+648 (F20)
     */
    public record Relief(
            double startMinute,
            double lookEveryMinutes,
            double floorPerMinute,
            double ceilingPerMinute,
            double backlogItems,
            double goalItems,
            double doneMinute) {

        public static final int START_MINUTE = 440;
        public static final int LOOK_EVERY_MINUTES = 10;
        public static final double FLOOR_PER_MINUTE = .25;
        public static final int CEILING_PER_MINUTE = 4;
        public static final double BACKLOG_ITEMS = 7.5;
        public static final int GOAL_ITEMS = 120;
        public static final int DONE_MINUTE = AwsMinutes.PROPAGATION_NORMAL - 3;

        static Relief night() {
            return new Relief(
                    START_MINUTE,
                    LOOK_EVERY_MINUTES,
                    FLOOR_PER_MINUTE,
                    CEILING_PER_MINUTE,
                    BACKLOG_ITEMS,
                    GOAL_ITEMS,
                    DONE_MINUTE);
        }
    }

    /**
     * Automatic zone failover. Both times are given.
     *
     * @param offMinute F19
     * @param onMinute F23
     */
    public record Failover(double offMinute, double onMinute) {
        static Failover night() {
            return new Failover(AwsMinutes.FAILOVER_OFF, AwsMinutes.FAILOVER_ON);
        }
    }

    /**
     * The steps that take the launch limit off (F21, F22).
     *
     * @param startMinute given
     * @param steps before the one that takes the limit off; our choice
     * @param demandShare share of the requested launches that a step admits; fitted
     * @param ceilingPerMinute launches that no step goes above; fitted: three quarters of what can be pushed
     * @param everyMinutes between steps; fitted: the last comes at T+842 (F22)
     * @param maxDelayMinutes of propagation, above which a step waits; our choice
     */
    public record Relaxation(
            double startMinute,
            int steps,
            double demandShare,
            double ceilingPerMinute,
            double everyMinutes,
            double maxDelayMinutes) {

        public static final int STEPS = 4;
        public static final double DEMAND_SHARE = .65;
        public static final double CEILING_PER_MINUTE = 4.5;
        public static final double EVERY_MINUTES =
                (AwsMinutes.LAUNCHES_NORMAL - AwsMinutes.THROTTLES_RELAXED) / (double) STEPS;
        public static final int MAX_DELAY_MINUTES = 5;

        static Relaxation night() {
            return new Relaxation(
                    AwsMinutes.THROTTLES_RELAXED,
                    STEPS,
                    DEMAND_SHARE,
                    CEILING_PER_MINUTE,
                    EVERY_MINUTES,
                    MAX_DELAY_MINUTES);
        }
    }
}
