package emptyrecord.e2e.kill;

import emptyrecord.kit.xml.XmlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Launches, stops, starts, reboots and terminates instances of its own, and notes what EC2 has acknowledged. A launch
 * without an answer is repeated with its token. Whatever EC2 has acknowledged must be described afterwards, whichever
 * process dies.
 */
final class Customer {

    /** Living instances that it keeps at most (our choice). */
    private static final int LIVING_MAX = 12;

    /** Launches without an answer that it has at most: it repeats them before it asks for more (our choice). */
    private static final int UNANSWERED_MAX = 2;

    /** What counts the answers of EC2, refusals too. */
    static final String ANSWERS = "answers of EC2";

    /** What counts launches and orders that EC2 has acknowledged. */
    static final String ACKNOWLEDGED = "requests acknowledged";

    /** EC2's refusals that say for sure that nothing was done. */
    private static final Set<String> NOTHING_DONE = Set.of(
            "InsufficientInstanceCapacity",
            "RequestLimitExceeded",
            "IncorrectInstanceState",
            "InstanceLimitExceeded",
            "OperationNotPermitted");

    private static final String TOKEN_ENDED = "IdempotentInstanceTerminated";

    private final String name;
    private final Ec2 ec2;
    private final Findings findings;
    private final SplittableRandom random;
    private final Map<String, Owned> owned = new ConcurrentHashMap<>();

    /** Launches that EC2 has acknowledged: the ids by token. */
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

    /** Launches without an answer, by token: how many instances were asked for. */
    private final Map<String, Integer> unanswered = new LinkedHashMap<>();

    private int launches;

    Customer(String name, Ec2 ec2, Findings findings, SplittableRandom random) {
        this.name = name;
        this.ec2 = ec2;
        this.findings = findings;
        this.random = random;
    }

    /** One request, and now and then a look at all that it has. */
    void look() {
        if (random.nextInt(4) == 0) {
            describe();
        }
        if (!unanswered.isEmpty() && random.nextBoolean()) {
            repeatUnanswered();
        } else if (random.nextInt(10) == 0) {
            repeatAcknowledged();
        } else if (mayLaunch() && random.nextInt(3) == 0) {
            launch(name + "-" + ++launches, 1 + random.nextInt(3));
        } else {
            orderOne();
        }
    }

    private boolean mayLaunch() {
        return unanswered.size() < UNANSWERED_MAX && living().size() < LIVING_MAX;
    }

    private List<Owned> living() {
        return owned.values().stream().filter(o -> !o.isEnded()).toList();
    }

    boolean mustRun(String id) {
        Owned mine = owned.get(id);
        return mine != null && mine.mustRun();
    }

    Map<String, Owned> owned() {
        return Map.copyOf(owned);
    }

    Map<String, Set<String>> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    private void launch(String token, int count) {
        unanswered.put(token, count);
        switch (heard(ec2.run(token, count))) {
            case Ec2.Outcome.Done done -> launched(token, ids(done.answer()));
            case Ec2.Outcome.Refused refused -> launchRefused(token, refused);
            case Ec2.Outcome.Unknown unknown -> findings.count("launches without an answer");
        }
    }

    private Ec2.Outcome heard(Ec2.Outcome outcome) {
        if (!(outcome instanceof Ec2.Outcome.Unknown)) {
            findings.count(ANSWERS);
        }
        return outcome;
    }

    private void launched(String token, Set<String> ids) {
        if (ids.size() != unanswered.getOrDefault(token, 0)) {
            findings.violated(token + " asked for " + unanswered.get(token) + " instances and got " + ids);
        }
        findings.count("launches acknowledged");
        findings.count(ACKNOWLEDGED);
        unanswered.remove(token);
        acknowledged.put(token, ids);
        ids.forEach(id -> owned.put(id, new Owned(id, token, Owned.RUNNING)));
    }

    /** The token may be used again; after another error it is not known what was done. */
    private void launchRefused(String token, Ec2.Outcome.Refused refused) {
        if (NOTHING_DONE.contains(refused.code()) || refused.code().equals(TOKEN_ENDED)) {
            unanswered.remove(token);
            findings.count("launches refused");
        } else {
            findings.count("launches with " + refused.code());
        }
    }

    /** Until EC2 says what became of it. */
    private void repeatUnanswered() {
        Map.Entry<String, Integer> first = unanswered.entrySet().iterator().next();
        findings.count("launches repeated with their token");
        launch(first.getKey(), first.getValue());
    }

    /** The same answer again, or that the instances are gone. */
    private void repeatAcknowledged() {
        List<String> tokens = new ArrayList<>(new TreeSet<>(acknowledged.keySet()));
        if (tokens.isEmpty()) {
            return;
        }
        String token = tokens.get(random.nextInt(tokens.size()));
        Set<String> ids = acknowledged.getOrDefault(token, Set.of());
        switch (heard(ec2.run(token, ids.size()))) {
            case Ec2.Outcome.Done done -> {
                findings.count("tokens that gave their answer again");
                if (!ids(done.answer()).equals(ids)) {
                    findings.violated(token + " launched " + ids + " and later " + ids(done.answer()));
                }
            }
            case Ec2.Outcome.Refused refused -> judgeRefusal(token, ids, refused);
            case Ec2.Outcome.Unknown unknown -> findings.count("requests without an answer");
        }
    }

    private void judgeRefusal(String token, Set<String> ids, Ec2.Outcome.Refused refused) {
        boolean gone = refused.code().equals(TOKEN_ENDED);
        boolean mayBeGone = ids.stream()
                .flatMap(id -> Optional.ofNullable(owned.get(id)).stream())
                .anyMatch(o -> o.states().contains("terminated"));
        if (gone && !mayBeGone) {
            findings.violated(token + " was answered with " + ids + ", of which EC2 says now: " + refused.message());
        }
    }

    private void orderOne() {
        List<Owned> living = living().stream()
                .sorted(java.util.Comparator.comparing(Owned::id))
                .toList();
        if (living.isEmpty()) {
            return;
        }
        Owned one = living.get(random.nextInt(living.size()));
        switch (random.nextInt(5)) {
            case 0 -> order("StopInstances", one, Owned.STOPPED);
            case 1, 2 -> order("StartInstances", one, Owned.RUNNING);
            case 3 -> order("RebootInstances", one, Set.of());
            default -> order("TerminateInstances", one, Owned.TERMINATED);
        }
    }

    /** @param then the states in which the instance is once this is acknowledged; none: it stays as it is */
    private void order(String action, Owned one, Set<String> then) {
        Owned asked = one.maybeIn(then);
        owned.put(one.id(), asked);
        switch (heard(ec2.order(action, one.id()))) {
            case Ec2.Outcome.Done done -> {
                findings.count(action + " acknowledged");
                findings.count(ACKNOWLEDGED);
                owned.put(one.id(), then.isEmpty() ? one : one.in(then));
            }
            case Ec2.Outcome.Refused refused -> {
                boolean nothing = NOTHING_DONE.contains(refused.code());
                findings.count(nothing ? action + " refused" : action + " with " + refused.code());
                owned.put(one.id(), nothing ? one : asked);
            }
            case Ec2.Outcome.Unknown unknown -> findings.count("requests without an answer");
        }
    }

    /** Compares what EC2 describes with what it has acknowledged. */
    private void describe() {
        List<Owned> mine = living();
        if (mine.isEmpty()) {
            return;
        }
        switch (heard(ec2.describe(mine.stream().map(Owned::id).toList()))) {
            case Ec2.Outcome.Done done -> judge(mine, done.answer());
            case Ec2.Outcome.Refused refused -> {
                if (refused.code().equals("InvalidInstanceID.NotFound")) {
                    findings.violated("EC2 has forgotten an acknowledged instance: " + refused.message());
                }
            }
            case Ec2.Outcome.Unknown unknown -> findings.count("requests without an answer");
        }
    }

    private void judge(List<Owned> mine, XmlNode answer) {
        findings.count("descriptions judged");
        Map<String, String> states = new LinkedHashMap<>();
        Ec2.described(answer).forEach(d -> states.put(d.id(), d.state()));
        for (Owned one : mine) {
            String state = states.get(one.id());
            if (state == null || !one.states().contains(state)) {
                findings.violated(one + " is described as " + state);
            }
        }
    }

    private static Set<String> ids(XmlNode answer) {
        Set<String> ids = new TreeSet<>();
        Ec2.described(answer).forEach(d -> ids.add(d.id()));
        return ids;
    }

    /** Repeats what has no answer yet; true once there is none. */
    boolean isSettled() {
        if (!unanswered.isEmpty()) {
            repeatUnanswered();
        }
        return unanswered.isEmpty();
    }
}
