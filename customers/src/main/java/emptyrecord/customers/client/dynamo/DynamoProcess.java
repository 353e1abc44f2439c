package emptyrecord.customers.client.dynamo;

import emptyrecord.customers.client.ClientProcess;
import emptyrecord.customers.client.Failures;
import emptyrecord.customers.client.Requests;
import emptyrecord.customers.client.shield.Guarding;
import emptyrecord.customers.client.shield.Value;
import emptyrecord.customers.core.account.ActionEnd;
import emptyrecord.customers.core.account.Reason;
import emptyrecord.customers.core.account.Result;
import emptyrecord.customers.core.stack.Api;

/** A client's program that uses DynamoDB: shield, then retries, then the SDK. */
final class DynamoProcess implements ClientProcess {

    private final Guarding shield;
    private final OwnRetries retries;
    private final DynamoCalls calls;
    private volatile boolean ended;

    DynamoProcess(Guarding shield, OwnRetries retries, DynamoCalls calls) {
        this.shield = shield;
        this.retries = retries;
        this.calls = calls;
    }

    @Override
    public ActionEnd act(Api api, int key) {
        Requests requests = new Requests();
        try {
            Value value = shield.call(
                    new Guarding.What(key, api == Api.READ), () -> retries.call(() -> calls.call(api, key, requests)));
            Result result = value.stale() ? Result.WORKED_STALE : Result.WORKED;
            return new ActionEnd(result, requests.begun(), requests.answered(), Reason.NONE);
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            Reason reason = ended ? Reason.RESTARTED : Failures.reason(e);
            return ActionEnd.failed(requests.begun(), requests.answered(), reason);
        }
    }

    @Override
    public void close() {
        ended = true;
        retries.end();
        shield.close();
        calls.close();
    }
}
