package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseClaim;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.LeaseTable;
import emptyrecord.kit.dns.UnresolvedException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The lease table in DynamoDB as one host sees it. A write is conditional on the last epoch seen. If the table has
 * another epoch, it reads the row and tries once more. So a lost answer does not lock it out, and another holder's
 * lease stops it.
 */
public final class DynamoLeaseTable implements LeaseTable {

    private final DynamoDbClient dynamo;
    private final HostResolver resolver;
    private final Rows rows;
    private final int host;
    private final String holder;
    private final InstantSource clock;
    private final Map<DropletId, LeaseRecord> seen = new ConcurrentHashMap<>();
    private volatile boolean unresolvedLately;

    /**
     * @param resolver of this host, the same that {@code dynamo} connects through
     * @param host number of the host, from 1
     * @param holder the name it writes, for example {@code dwfm-1}
     */
    public DynamoLeaseTable(
            DynamoDbClient dynamo, HostResolver resolver, Rows rows, int host, String holder, InstantSource clock) {
        this.dynamo = dynamo;
        this.resolver = resolver;
        this.rows = rows;
        this.host = host;
        this.holder = holder;
        this.clock = clock;
    }

    @Override
    public Answer claim(Assignment work) {
        try {
            failFast();
            Answer answer = work.work() instanceof Work.Change change ? confirm(change) : write(work);
            unresolvedLately = false;
            return answer;
        } catch (UnresolvedException e) {
            return new Answer.Denied(unresolved(e));
        } catch (SdkException e) {
            return new Answer.Denied(failed(e));
        }
    }

    /** Once the name was found empty, it is resolved first: a failure then costs a cache look-up, no connection. */
    private void failFast() throws UnresolvedException {
        if (unresolvedLately) {
            resolver.check();
        }
    }

    private Answer write(Assignment work) {
        DropletId droplet = work.work().droplet();
        LeaseClaim.Request request = new LeaseClaim.Request(
                droplet, holder, work.leaseUntil(), work.inTime(), work.starting(), clock.instant());
        Optional<Answer> first = tryOnce(Optional.ofNullable(seen.get(droplet)), request);
        return first.orElseGet(() -> tryOnce(read(droplet), request)
                .orElseGet(() -> refused(droplet + " is held by another, or changes hands")));
    }

    /** Empty if the row that was seen does not allow the claim, or is not the table's current one. */
    private Optional<Answer> tryOnce(Optional<LeaseRecord> known, LeaseClaim.Request request) {
        return switch (LeaseClaim.decide(known, request)) {
            case LeaseClaim.HeldByAnother held -> Optional.empty();
            case LeaseClaim.Write write -> write(write);
        };
    }

    private Optional<Answer> write(LeaseClaim.Write write) {
        try {
            dynamo.updateItem(rows.write(write));
            seen.put(write.next().droplet(), write.next());
            return Optional.of(new Answer.Granted(write.next()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /** The row that this host wrote last is the table's, as long as the table names it as the holder. */
    private Answer confirm(Work.Change change) {
        UpdateItemRequest request = rows.confirm(change, holder, clock.instant());
        try {
            dynamo.updateItem(request);
            Optional<LeaseRecord> row =
                    Optional.ofNullable(seen.get(change.droplet())).or(() -> read(change.droplet()));
            return row.<Answer>map(Answer.Granted::new).orElseGet(() -> notHeld(change));
        } catch (ConditionalCheckFailedException e) {
            return notHeld(change);
        }
    }

    private Answer notHeld(Work.Change change) {
        return refused(change.droplet() + " is not held by " + holder);
    }

    private static Answer refused(String why) {
        return new Answer.Denied(new CheckResult.Refused(why));
    }

    private Optional<LeaseRecord> read(DropletId droplet) {
        Map<String, AttributeValue> item = dynamo.getItem(rows.read(droplet)).item();
        Optional<LeaseRecord> row = item.isEmpty() ? Optional.empty() : Optional.of(rows.parse(droplet, item));
        row.ifPresentOrElse(r -> seen.put(droplet, r), () -> seen.remove(droplet));
        return row;
    }

    @Override
    public List<LeaseRecord> readBack(int droplets) {
        List<LeaseRecord> found = new ArrayList<>();
        try {
            resolver.check();
            for (int slot = 0; slot < droplets; slot++) {
                read(new DropletId(host, slot)).ifPresent(found::add);
            }
        } catch (UnresolvedException | SdkException e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        }
        return found;
    }

    private CheckResult failed(SdkException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedException unresolved) {
                return unresolved(unresolved);
            }
        }
        return new CheckResult.Unreachable(String.valueOf(e.getMessage()));
    }

    private CheckResult unresolved(UnresolvedException e) {
        unresolvedLately = true;
        return new CheckResult.Unresolved(String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
