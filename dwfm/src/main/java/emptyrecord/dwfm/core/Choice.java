package emptyrecord.dwfm.core;

import emptyrecord.kit.switchboard.Guard;

/**
 * The night's behaviour and its remedy side by side; the guard says which one acts, and may change its mind at any time.
 *
 * @param night how it was
 * @param remedy how it should have been
 */
public record Choice<T>(Guard guard, T night, T remedy) {

    T current() {
        return guard.on() ? remedy : night;
    }

    boolean on() {
        return guard.on();
    }

    void acted() {
        guard.acted();
    }
}
