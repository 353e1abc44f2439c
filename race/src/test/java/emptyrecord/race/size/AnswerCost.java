package emptyrecord.race.size;

import emptyrecord.enactor.core.Plan;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.race.core.Endpoints;
import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.AnswerFunction;
import emptyrecord.route53.core.BatchResult;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.DnsResult;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * CPU time of Route 53's core for one answer and for one batch, without HTTP, UDP and other threads, so that a busy machine
 * changes little. Arguments: numbers of load balancers.
 */
final class AnswerCost {

    private static final String ID = "Z01REGIONAL";
    private static final int TREES = 9;
    private static final int WARM = 5_000;
    private static final int ANSWERS = 10_000;
    private static final int BATCHES = 100;

    private final int loadBalancers;
    private Zones zones = Zones.of(List.of(ZoneData.create(ID, Endpoints.REGIONAL, 900)));

    private AnswerCost(int loadBalancers) {
        this.loadBalancers = loadBalancers;
        BenchPlanner planner = new BenchPlanner(loadBalancers);
        for (int tree = 0; tree < TREES; tree++) {
            zones = applied(tree(planner.next()));
        }
    }

    public static void main(String[] arguments) {
        System.out.println("load balancers\tanswer for the customers' name, us\tfor a leaf, us\tflip batch, us");
        for (String count : arguments) {
            AnswerCost cost = new AnswerCost(Integer.parseInt(count));
            String tree = TreeNames.READABLE.tree(Endpoints.REGIONAL, TREES);
            System.out.printf(
                    Locale.ROOT,
                    "%d\t%.2f\t%.2f\t%.0f%n",
                    cost.loadBalancers,
                    cost.answer(Endpoints.REGIONAL),
                    cost.answer("lb-0." + tree),
                    cost.flip(tree));
        }
    }

    private static ChangeBatch tree(Plan plan) {
        String tree =
                TreeNames.READABLE.tree(Endpoints.REGIONAL, plan.generation().value());
        List<Change> changes = new ArrayList<>();
        for (Plan.LoadBalancer lb : plan.endpoints().getLast().loadBalancers()) {
            String leaf = lb.name() + "." + tree;
            changes.add(new Change(Action.UPSERT, RecordSetSpec.ofValues(leaf, "A", 60, List.of(lb.address()))));
            changes.add(new Change(
                    Action.UPSERT, RecordSetSpec.ofAlias(tree, "A", ID, leaf).weighted(lb.name(), lb.weight())));
        }
        changes.add(flipTo(tree));
        return new ChangeBatch(changes);
    }

    private static Change flipTo(String tree) {
        return new Change(Action.UPSERT, RecordSetSpec.ofAlias(Endpoints.REGIONAL, "A", ID, tree));
    }

    private Zones applied(ChangeBatch batch) {
        ZoneData zone = zones.byId(ID).orElseThrow();
        return switch (batch.applyTo(zones, zone)) {
            case BatchResult.Accepted accepted -> zones.with(accepted.next());
            case BatchResult.Refused refused -> throw new IllegalStateException(String.join("; ", refused.reasons()));
        };
    }

    private double answer(String name) {
        Name asked = RecordName.parse(name).toName();
        AnswerFunction function = new AnswerFunction(zones, new SplittableRandom(1));
        ask(function, asked, WARM);
        long begin = cpu();
        ask(function, asked, ANSWERS);
        return (cpu() - begin) / 1e3 / ANSWERS;
    }

    private static void ask(AnswerFunction function, Name name, int times) {
        for (int i = 0; i < times; i++) {
            if (!(function.answer(name, Type.A) instanceof DnsResult.Found)) {
                throw new IllegalStateException(name + " has no address");
            }
        }
    }

    private double flip(String tree) {
        ChangeBatch batch = new ChangeBatch(List.of(flipTo(tree)));
        for (int i = 0; i < BATCHES; i++) {
            applied(batch);
        }
        long begin = cpu();
        for (int i = 0; i < BATCHES; i++) {
            applied(batch);
        }
        return (cpu() - begin) / 1e3 / BATCHES;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
