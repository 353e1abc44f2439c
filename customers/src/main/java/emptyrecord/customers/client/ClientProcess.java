package emptyrecord.customers.client;

import emptyrecord.customers.core.account.ActionEnd;
import emptyrecord.customers.core.stack.Api;

/** One run of a client's program: its connections, its caches and its breakers are gone with it. */
public interface ClientProcess extends AutoCloseable {

    /**
     * Makes one user action, and returns when it has ended. Never throws for what the system does; several may be under
     * way.
     *
     * @param key which of the client's items, from 0
     */
    ActionEnd act(Api api, int key);

    /** Ends the process; actions under way fail. */
    @Override
    void close();
}
