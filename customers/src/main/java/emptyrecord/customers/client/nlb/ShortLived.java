package emptyrecord.customers.client.nlb;

import emptyrecord.customers.client.ClientProcess;
import emptyrecord.customers.client.Failures;
import emptyrecord.customers.core.account.ActionEnd;
import emptyrecord.customers.core.stack.Api;
import java.io.IOException;

/** A client's program that opens a connection for each request, as an HTTP client without keep-alive does. */
record ShortLived(Application application) implements ClientProcess {

    @Override
    public ActionEnd act(Api api, int key) {
        try (LineConnection connection = application.connect()) {
            connection.request();
            return ActionEnd.worked(1, 1);
        } catch (IOException e) {
            return ActionEnd.failed(1, 0, Failures.reason(e));
        }
    }

    @Override
    public void close() {}
}
