package emptyrecord.customers.client.nlb;

import emptyrecord.customers.client.ClientProcess;
import emptyrecord.customers.client.Failures;
import emptyrecord.customers.core.account.ActionEnd;
import emptyrecord.customers.core.account.Reason;
import emptyrecord.customers.core.stack.Api;
import emptyrecord.customers.core.stack.ReconnectBackoff;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A client's program that keeps one connection, as a gRPC channel does: requests take turns over it, a broken one is
 * replaced, and after a failure to connect nothing is tried until gRPC's back-off is over; calls fail meanwhile at once. It
 * speaks the application's line protocol, not HTTP/2, since the targets have no other.
 */
final class LongLived implements ClientProcess {

    private final Application application;
    private final ReconnectBackoff backoff;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable LineConnection connection;
    private Instant notBefore = Instant.MIN;
    private volatile boolean ended;

    /** @param clock incident time */
    LongLived(Application application, ReconnectBackoff backoff, InstantSource clock) {
        this.application = application;
        this.backoff = backoff;
        this.clock = clock;
    }

    @Override
    public ActionEnd act(Api api, int key) {
        turn.lock();
        try {
            return request();
        } finally {
            turn.unlock();
        }
    }

    private ActionEnd request() {
        if (ended) {
            return ActionEnd.failed(0, 0, Reason.RESTARTED);
        }
        if (connection == null && clock.instant().isBefore(notBefore)) {
            return ActionEnd.failed(0, 0, Reason.BACKING_OFF);
        }
        try {
            connected().request();
            return ActionEnd.worked(1, 1);
        } catch (IOException e) {
            drop();
            return ActionEnd.failed(1, 0, ended ? Reason.RESTARTED : Failures.reason(e));
        }
    }

    private LineConnection connected() throws IOException {
        LineConnection open = connection;
        if (open != null) {
            return open;
        }
        try {
            LineConnection made = application.connect();
            backoff.reset();
            connection = made;
            return made;
        } catch (IOException e) {
            notBefore = clock.instant().plus(backoff.next());
            throw e;
        }
    }

    private void drop() {
        LineConnection broken = connection;
        if (broken != null) {
            broken.close();
            connection = null;
        }
    }

    @Override
    public void close() {
        ended = true;
        LineConnection open = connection;
        if (open != null) {
            open.close();
        }
    }
}
