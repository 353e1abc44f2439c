package emptyrecord.night.playbook;

/**
 * The operators' times and numbers. Times are incident minutes after T+0 and AWS's own (their facts are cited); what the
 * operators do at them, and every rate, is our choice (tuned for the lab).
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
 * @param rateAfterRepair launches/min once leases are held, default 6.8: what the Network Manager can push, less the
 *     terminations
 * @param throttleShare share of DWFM's establish capacity that is let in, default .27
 * @param restartGap minutes between host restarts, default 11
 * @param leasesRepaired share of leases that counts as all, default .995
 * @param reliefFloor lowest limit the relief rule sets, launches/min, default .25
 * @param reliefCeiling highest limit the relief rule raises to, default 4: below what can be pushed
 * @param reliefBacklog items; a shorter worst queue needs no relief, default 7.5
 * @param reliefGoal items the operators want the worst queue to be down to by {@code failoverOffAt}, default 120
 * @param reliefDoneAt when they want it to be empty, default 645: AWS's normal times came at T+648 (F20)
 * @param relaxSteps steps before the one that takes the limit off, default 4
 * @param relaxShare of the launches asked for that a step lets in, default .65
 * @param relaxCeiling launches/min that no step goes above, default 4.5: three quarters of what can be pushed
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
        double reliefGoal,
        double reliefDoneAt,
        int relaxSteps,
        double relaxShare,
        double relaxCeiling,
        double relaxEvery,
        double relaxMaxDelay) {

    /** AWS's times and the small set's numbers. */
    public static Playbook night() {
        return new Playbook(
                87, 157, 266, 350, 440, 10, 588, 695, 861, .125, 6.8, .27, 11, .995, .25, 4, 7.5, 120, 645, 4, .65, 4.5,
                36.75, 5);
    }
}
