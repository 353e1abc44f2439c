package emptyrecord.droplets.rpc;

import emptyrecord.droplets.agents.Outcome;
import emptyrecord.droplets.core.UnknownDropletException;
import io.grpc.Status;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a call with the right status if a step with it fails. */
record Receiver(Desk desk) {

    private static final Logger log = LoggerFactory.getLogger(Receiver.class);

    /** Takes a call in, if there is room for it, and does the first step with it. */
    void receive(CallInHand<?> call, Runnable step) {
        boolean full = desk.isFull();
        call.begin();
        if (full) {
            call.fail(Outcome.TURNED_AWAY, tooMany());
            return;
        }
        var unused = done(call, step);
    }

    /** @return false if the step failed, and the call with it */
    boolean done(CallInHand<?> call, Runnable step) {
        try {
            step.run();
            return true;
        } catch (UnknownDropletException e) {
            call.fail(Outcome.REJECTED, Status.NOT_FOUND.withDescription(e.getMessage()));
        } catch (IllegalArgumentException e) {
            call.fail(Outcome.REJECTED, Status.INVALID_ARGUMENT.withDescription(e.getMessage()));
        } catch (UncheckedIOException e) {
            log.atError().setCause(e).log("a droplet could not write down what it was told");
            call.fail(Outcome.FAILED, Status.UNAVAILABLE.withDescription("the droplet's disk: " + e.getMessage()));
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("a call ended in a defect");
            call.fail(Outcome.FAILED, Status.INTERNAL.withDescription("a defect of the agent; its log has more"));
        }
        return false;
    }

    private Status tooMany() {
        return Status.RESOURCE_EXHAUSTED.withDescription("droplets.calls-max (" + desk.callsMax()
                + ") calls are in flight; ask again later, or ask fewer at a time");
    }
}
