package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseClaim;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.LeaseTable;
import emptyrecord.kit.dns.UnresolvedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The lease table in DynamoDB as one host sees it. A write is conditional on the last epoch seen. If the table has
 * another epoch, it reads the row and tries once more. So a lost answer does not lock it out, and another holder's
 * lease stops it.
 */
public final class DynamoLeaseTable implements LeaseTable {

    /** A host reads its rows back over one connection; any will do. */
    private static final DropletId FIRST = new DropletId(1, 0);

    private final DynamoDbClient dynamo;
    private final PinnedConnections connections;
    private final Rows rows;
    private final LeasePages pages;
    private final Holder holder;
    private final InstantSource clock;
    private final Map<DropletId, LeaseRecord> seen = new ConcurrentHashMap<>();

    /**
     * Who uses the table.
     *
     * @param host number of the host, from 1
     * @param name what it writes, for example {@code dwfm-1}
     */
    public record Holder(int host, String name) {}

    /**
     * How it is reached.
     *
     * @param resolver of this host
     * @param rule of its connections
     * @param chance seeded; the lives of its connections
     * @param pace at which the rows are read back, shared by all hosts of the process
     */
    public record Access(
            DynamoClients clients,
            HostResolver resolver,
            ConnectionRule rule,
            SplittableRandom chance,
            ReadPace pace) {}

    /** @param clock incident time */
    public DynamoLeaseTable(Holder holder, Rows rows, Access access, InstantSource clock) {
        this.holder = holder;
        this.rows = rows;
        this.clock = clock;
        this.connections = new PinnedConnections(access.rule(), access.resolver(), clock, access.chance());
        this.dynamo = access.clients().client(connections);
        this.pages =
                new LeasePages(rows, access.pace(), page -> connections.over(FIRST, () -> dynamo.batchGetItem(page)));
    }

    @Override
    public Answer claim(Assignment work) {
        DropletId droplet = work.work().droplet();
        try {
            return connections.over(
                    droplet, () -> work.work() instanceof Work.Change change ? confirm(change) : write(work));
        } catch (SdkException e) {
            return new Answer.Denied(failed(e));
        }
    }

    private Answer write(Assignment work) {
        DropletId droplet = work.work().droplet();
        LeaseClaim.Request request = new LeaseClaim.Request(
                droplet, holder.name(), work.leaseUntil(), work.inTime(), work.starting(), clock.instant());
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

    @Override
    public CheckResult makeLeases(Work.BlockWrite block, Instant leaseUntil) {
        List<LeaseClaim.Write> writes = new ArrayList<>();
        for (DropletId droplet : block.members()) {
            LeaseClaim.Request request =
                    new LeaseClaim.Request(droplet, holder.name(), leaseUntil, true, false, clock.instant());
            if (LeaseClaim.decide(Optional.ofNullable(seen.get(droplet)), request) instanceof LeaseClaim.Write write) {
                writes.add(write);
            } else {
                return new CheckResult.Refused(droplet + " is held by another");
            }
        }
        return transact(block, writes);
    }

    private CheckResult transact(Work.BlockWrite block, List<LeaseClaim.Write> writes) {
        List<TransactWriteItem> parts = writes.stream().map(rows::part).toList();
        try {
            connections.over(block.droplet(), () -> dynamo.transactWriteItems(all -> all.transactItems(parts)));
        } catch (TransactionCanceledException e) {
            return new CheckResult.Refused("the block from " + block.droplet() + " was cancelled: " + e.getMessage());
        } catch (SdkException e) {
            return failed(e);
        }
        writes.forEach(write -> seen.put(write.next().droplet(), write.next()));
        return new CheckResult.Confirmed();
    }

    /** The row that this host wrote last is the table's, as long as the table names it as the holder. */
    private Answer confirm(Work.Change change) {
        UpdateItemRequest request = rows.confirm(change, holder.name(), clock.instant());
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
        return refused(change.droplet() + " is not held by " + holder.name());
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
        List<DropletId> own = IntStream.range(0, droplets)
                .mapToObj(slot -> new DropletId(holder.host(), slot))
                .toList();
        try {
            List<LeaseRecord> found = pages.read(own);
            found.forEach(row -> seen.merge(row.droplet(), row, DynamoLeaseTable::newer));
            return found;
        } catch (SdkException e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A host that could not read its rows at once may have written some meanwhile. */
    private static LeaseRecord newer(LeaseRecord a, LeaseRecord b) {
        return a.epoch() > b.epoch() ? a : b;
    }

    private CheckResult failed(SdkException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedException unresolved) {
                return new CheckResult.Unresolved(String.valueOf(unresolved.getMessage()));
            }
        }
        return new CheckResult.Unreachable(String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        dynamo.close();
        connections.close();
    }
}
