package emptyrecord.dwfm.instances;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * One launch for each client token. A repeated request gets the complete first answer; a request that comes while the
 * first is under way waits for it. A launch that failed is no answer: the same token may be used again, as EC2's
 * "Ensuring idempotency" defines it. A token is known as long as one of its instances is.
 */
final class ClientTokens {

    private final InstanceStore store;
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();

    /** Bounded by the requests that are under way. */
    private record UnderWay(LaunchSpec.ClientToken token, CompletableFuture<List<Instance>> answer) {}

    ClientTokens(InstanceStore store) {
        this.store = store;
    }

    /**
     * @param launch carries the request out; called only if no answer is known
     * @throws Ec2Exception of {@code launch}, or with IdempotentParameterMismatch or IdempotentInstanceTerminated
     */
    List<Instance> once(LaunchSpec.ClientToken token, Supplier<List<Instance>> launch) {
        if (token.none()) {
            return launch.get();
        }
        UnderWay mine = new UnderWay(token, new CompletableFuture<>());
        UnderWay other = underWay.putIfAbsent(token.value(), mine);
        if (other == null) {
            return first(mine, launch);
        }
        mustMatch(token, other.token());
        return await(other.answer());
    }

    private List<Instance> first(UnderWay mine, Supplier<List<Instance>> launch) {
        try {
            List<Instance> before = store.launchedBy(mine.token());
            List<Instance> answer = before.isEmpty() ? launch.get() : known(mine.token(), before);
            mine.answer().complete(answer);
            return answer;
        } catch (RuntimeException e) {
            mine.answer().completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(mine.token().value());
        }
    }

    private static List<Instance> known(LaunchSpec.ClientToken token, List<Instance> before) {
        mustMatch(token, before.getFirst().launch().token());
        boolean whole = before.size() == before.getFirst().launch().size();
        if (!whole || before.stream().anyMatch(ClientTokens::gone)) {
            throw new Ec2Exception(
                    Ec2Error.IDEMPOTENT_TERMINATED,
                    "The client token '" + token.value() + "' was used before, and what it launched is terminated;"
                            + " use another one for a new launch.");
        }
        return before;
    }

    /** A stopped instance is still the answer. */
    private static boolean gone(Instance i) {
        return i.state() == Instance.State.SHUTTING_DOWN || i.state() == Instance.State.TERMINATED;
    }

    private static void mustMatch(LaunchSpec.ClientToken token, LaunchSpec.ClientToken first) {
        if (!token.fingerprint().equals(first.fingerprint())) {
            throw new Ec2Exception(
                    Ec2Error.MISMATCH,
                    "The client token '" + token.value() + "' was used before with other parameters.");
        }
    }

    private static List<Instance> await(CompletableFuture<List<Instance>> other) {
        try {
            return other.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Ec2Exception known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Ec2Exception(Ec2Error.INTERNAL_ERROR, "interrupted");
        }
    }
}
