package emptyrecord.api.customers;

import org.jspecify.annotations.Nullable;

/**
 * Who recovered when, by the longest time in which nothing worked of each client. Instants are T+ in incident minutes;
 * they are null if there was none or T+0 is not known.
 *
 * @param neverHarmed clients
 * @param byThemselves clients that recovered without a restart
 * @param afterRestart clients that recovered with the first action of a new process
 * @param notYet clients that have not recovered
 * @param firstHarmed when the first of them was harmed
 * @param median when half of those that recovered had
 * @param last when the last of those that recovered did
 * @param longestMinutes the longest time in which nothing worked
 */
public record RecoveryView(
        int neverHarmed,
        int byThemselves,
        int afterRestart,
        int notYet,
        @Nullable Double firstHarmed,
        @Nullable Double median,
        @Nullable Double last,
        double longestMinutes) {}
