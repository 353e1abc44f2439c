package emptyrecord.droplets.rpc;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import emptyrecord.droplets.agents.Answer;
import emptyrecord.droplets.core.Check;
import emptyrecord.droplets.core.CheckDepth;
import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.droplets.core.InstanceId;
import emptyrecord.droplets.core.Order;
import emptyrecord.droplets.core.Refusal;
import java.time.Instant;

/**
 * Reads and writes {@code droplet.proto}. Reading throws IllegalArgumentException with what to send instead. Fields that
 * are left out have proto's defaults: an empty text, 0, the first value of an enumeration.
 */
final class Messages {

    private Messages() {}

    static Check check(StateCheck message) {
        DropletId droplet = droplet(message.getDroplet());
        Claim claim = claim(message.hasHolder(), message.getHolder());
        if (message.getLeaseUntilMillis() < 0) {
            throw new IllegalArgumentException("lease_until_millis must not be negative;"
                    + " send incident time in milliseconds since 1970, or 0 if you hold no lease");
        }
        return new Check(
                droplet, claim, Instant.ofEpochMilli(message.getLeaseUntilMillis()), depth(message.getDepth()));
    }

    static Order order(InstanceChange message) {
        DropletId droplet = droplet(message.getDroplet());
        Claim claim = claim(message.hasHolder(), message.getHolder());
        if (message.getInstance().isEmpty()) {
            throw new IllegalArgumentException("instance is missing; send for example i-0123456789abcdef0");
        }
        return new Order(droplet, claim, new InstanceId(message.getInstance()), kind(message.getKind()));
    }

    static StateReport stateReport(Answer answer) {
        StateReport.Builder report =
                StateReport.newBuilder().setObedience(obedience(answer)).setRunning(answer.running());
        answer.obeyed().ifPresent(o -> report.setObeyed(holder(o)));
        return report.build();
    }

    static ChangeReport changeReport(Answer answer) {
        ChangeReport.Builder report = ChangeReport.newBuilder().setObedience(obedience(answer));
        answer.obeyed().ifPresent(o -> report.setObeyed(holder(o)));
        return report.build();
    }

    private static DropletId droplet(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("droplet is missing; send for example droplet-2-017");
        }
        return DropletId.parse(text);
    }

    private static Claim claim(boolean present, Holder holder) {
        if (!present) {
            throw new IllegalArgumentException(
                    "holder is missing; send the host that asks and the epoch of its row in the lease table");
        }
        return new Claim(holder.getName(), holder.getEpoch());
    }

    private static CheckDepth depth(Depth depth) {
        return switch (depth) {
            case RENEWAL -> CheckDepth.RENEWAL;
            case ESTABLISHMENT -> CheckDepth.ESTABLISHMENT;
            case UNRECOGNIZED -> throw new IllegalArgumentException("depth must be RENEWAL (0) or ESTABLISHMENT (1)");
        };
    }

    private static Order.Kind kind(InstanceChange.Kind kind) {
        return switch (kind) {
            case START -> Order.Kind.START;
            case END -> Order.Kind.END;
            case REBOOT -> Order.Kind.REBOOT;
            case UNRECOGNIZED -> throw new IllegalArgumentException("kind must be START (0), END (1) or REBOOT (2)");
        };
    }

    private static Obedience obedience(Answer answer) {
        return answer.refusal().map(Messages::obedience).orElse(Obedience.OBEYED);
    }

    private static Obedience obedience(Refusal refusal) {
        return switch (refusal) {
            case OLDER_EPOCH, SAME_EPOCH_OTHER_HOLDER -> Obedience.EPOCH_TOO_OLD;
            case NEVER_HELD, OTHER_HOLDER, LEASE_OVER -> Obedience.NO_LEASE;
            case NO_ROOM -> Obedience.NO_ROOM;
        };
    }

    private static Holder holder(Claim claim) {
        return Holder.newBuilder()
                .setName(claim.holder())
                .setEpoch(claim.epoch())
                .build();
    }
}
