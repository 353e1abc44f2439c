package emptyrecord.customers.core.account;

import emptyrecord.customers.core.stack.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one client's users got: actions begin and end, and an action that is under way for longer than the user's patience
 * has failed then, however it ends. Calls come in the order of their times. Not thread-safe; a client has few actions
 * under way.
 */
public final class ClientLedger {

    private final Duration patience;
    private final Map<Api, ApiAccount> accounts = new EnumMap<>(Api.class);
    private final Map<Long, Begun> waiting = new LinkedHashMap<>();
    private final Downtime whole = new Downtime();
    private final Map<Long, Api> givenUp = new LinkedHashMap<>();
    private long last;
    private int process;

    private record Begun(Api api, Instant at, int process) {}

    /** @param patience incident time */
    public ClientLedger(List<Api> apis, Duration patience) {
        this.patience = patience;
        apis.forEach(api -> accounts.put(api, new ApiAccount()));
    }

    /** An action begins; the number is for its end. */
    public long begin(Api api, Instant at) {
        settle(at);
        waiting.put(++last, new Begun(api, at, process));
        return last;
    }

    public void end(long action, ActionEnd end, Instant at) {
        settle(at);
        Begun begun = waiting.remove(action);
        if (begun != null) {
            account(begun.api()).ended(end, at, begun.process() == process);
            follow(at);
            return;
        }
        @Nullable Api unseen = givenUp.remove(action);
        if (unseen != null) {
            account(unseen).endedUnseen(end);
        }
    }

    /** The client's process has ended and another one begins. */
    public void restarted(Instant at) {
        settle(at);
        process++;
        accounts.values().forEach(a -> a.downtime().restarted());
    }

    /** Counts the actions whose users have given up by now. */
    public void settle(Instant now) {
        Iterator<Map.Entry<Long, Begun>> oldest = waiting.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Long, Begun> next = oldest.next();
            Begun begun = next.getValue();
            Instant end = begun.at().plus(patience);
            if (end.isAfter(now)) {
                return;
            }
            oldest.remove();
            givenUp.put(next.getKey(), begun.api());
            account(begun.api()).late(end, begun.process() == process);
            follow(end);
        }
    }

    /** The client as a whole is down while one of its APIs is. */
    private void follow(Instant at) {
        if (accounts.values().stream().anyMatch(a -> a.downtime().down())) {
            whole.failed(at, true);
        } else if (accounts.values().stream().allMatch(a -> a.downtime().everWorked())) {
            whole.worked(at, true);
        }
    }

    private ApiAccount account(Api api) {
        ApiAccount account = accounts.get(api);
        if (account == null) {
            throw new IllegalArgumentException(
                    "this client makes no action " + api + "; it makes " + accounts.keySet());
        }
        return account;
    }

    public ClientStanding standing(Instant now) {
        settle(now);
        Map<Api, ApiStanding> standings = new EnumMap<>(Api.class);
        accounts.forEach((api, account) -> standings.put(api, account.standing(now)));
        return new ClientStanding(standings, whole.lost(now));
    }
}
