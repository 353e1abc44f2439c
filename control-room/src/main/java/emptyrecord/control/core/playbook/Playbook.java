package emptyrecord.control.core.playbook;

import java.util.List;

/**
 * The operators' times and numbers. Times are incident minutes after T+0 and AWS's own (their facts are cited); what the
 * operators do at them, and every rate, is our choice (DYNAMICS section 6, small set).
 *
 * @param staticHostsAt F6, default 87
 * @param installPlanAt F8, default 157
 * @param repairAt F12, default 266: API limit, DWFM throttle, restarts
 * @param freezeAt F15, default 350
 * @param reliefAt first look at the Network Manager's backlog, default 440 (our choice)
 * @param reliefEvery minutes between looks, default 10 (our choice)
 * @param failoverOffAt F19, default 588
 * @param relaxAt F21, default 695
 * @param failoverOnAt F23, default 861
 * @param blockedRate launches/min while leases are repaired, default .125
 * @param rateAfterRepair launches/min once leases are held, default 5.95
 * @param throttleShare share of DWFM's establish capacity that is let in, default .27
 * @param restartGap minutes between host restarts, default 8
 * @param leasesRepaired share of leases that counts as all, default .995
 * @param reliefFloor lowest limit the relief rule sets, launches/min, default .25
 * @param reliefCeiling highest limit the relief rule raises to: the customers' own demand, default 2
 * @param reliefBacklog items; a shorter worst queue needs no relief, default 7.5
 * @param relaxSteps launches/min of each step but the last, which takes the limit off; default 2.75, 3.5, 4.25, 5
 * @param relaxEvery minutes between steps, default 36.75
 * @param relaxMaxDelay minutes of propagation delay above which a step waits, default 5
 */
public record Playbook(
        double staticHostsAt,
        double installPlanAt,
        double repairAt,
        double freezeAt,
        double reliefAt,
        double reliefEvery,
        double failoverOffAt,
        double relaxAt,
        double failoverOnAt,
        double blockedRate,
        double rateAfterRepair,
        double throttleShare,
        double restartGap,
        double leasesRepaired,
        double reliefFloor,
        double reliefCeiling,
        double reliefBacklog,
        List<Double> relaxSteps,
        double relaxEvery,
        double relaxMaxDelay) {

    public Playbook {
        relaxSteps = List.copyOf(relaxSteps);
    }

    /** AWS's times and the small set's numbers. */
    public static Playbook night() {
        return new Playbook(
                87,
                157,
                266,
                350,
                440,
                10,
                588,
                695,
                861,
                .125,
                5.95,
                .27,
                8,
                .995,
                .25,
                2,
                7.5,
                List.of(2.75, 3.5, 4.25, 5.0),
                36.75,
                5);
    }
}
