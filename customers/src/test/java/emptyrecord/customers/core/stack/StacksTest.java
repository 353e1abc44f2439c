package emptyrecord.customers.core.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StacksTest {

    private static List<Stack> of(Target target) {
        return Stacks.all().stream().filter(s -> s.target() == target).toList();
    }

    @Test
    void everyStackDiffersFromTheFirstOfItsKindInOneSetting() {
        Stack base = of(Target.DYNAMODB).getFirst();
        assertThat(of(Target.DYNAMODB).stream().skip(1))
                .allSatisfy(stack -> assertThat(List.of(
                                stack.dns() == base.dns(),
                                stack.pool() == base.pool(),
                                stack.retries() == base.retries(),
                                stack.shield() == base.shield()))
                        .as(stack.name())
                        .containsOnlyOnce(false));
    }

    @Test
    void namesAreDistinctAndSoAreSettings() {
        assertThat(Stacks.all().stream().map(Stack::name)).doesNotHaveDuplicates();
        assertThat(Stacks.all().stream().map(Stack::setting)).doesNotHaveDuplicates();
    }

    @Test
    void everyPolicyHasAStack() {
        assertThat(used(Stack::dns)).isEqualTo(EnumSet.allOf(DnsPolicy.class));
        assertThat(used(Stack::pool)).isEqualTo(EnumSet.allOf(PoolPolicy.class));
        assertThat(used(Stack::retries)).isEqualTo(EnumSet.allOf(RetryPolicy.class));
        assertThat(used(Stack::shield)).isEqualTo(EnumSet.allOf(Shield.class));
        assertThat(used(Stack::target)).isEqualTo(Set.copyOf(Arrays.asList(Target.values())));
    }

    private static <E> Set<E> used(Function<Stack, E> part) {
        return Stacks.all().stream().map(part).collect(Collectors.toSet());
    }

    @Test
    void threeNinesAreFortyThreeMinutesAMonth() {
        Slo slo = new Slo(.999, Duration.ofMinutes(1));
        assertThat(Math.round(slo.budgetMinutes() * 10)).isEqualTo(432);
        assertThat(Math.round(slo.budgetUsed(157) * 10)).isEqualTo(36);
        assertThatThrownBy(() -> new Slo(1, Duration.ofMinutes(1))).hasMessageContaining("between 0 and 1");
    }

    @Test
    void aBudgetPaysForTheFirstRetriesAndThenForAShareOfTheActions() {
        RetryBudget budget = new RetryBudget();
        assertThat(retries(budget, 10)).isBetween(10, 12);
        assertThat(retries(budget, 1000)).isBetween(190, 210);
    }

    /** Every action wants eight retries. */
    private static int retries(RetryBudget budget, int actions) {
        int made = 0;
        for (int i = 0; i < actions; i++) {
            budget.deposit();
            for (int retry = 0; retry < 8 && budget.withdraw(); retry++) {
                made++;
            }
        }
        return made;
    }

    @Test
    void reconnectsComeApartUpToTwoMinutesAndStartAnew() {
        ReconnectBackoff backoff = new ReconnectBackoff(new SplittableRandom(7));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
        for (int i = 0; i < 20; i++) {
            assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(144));
        }
        assertThat(backoff.next()).isBetween(Duration.ofSeconds(96), Duration.ofSeconds(144));
        backoff.reset();
        assertThat(backoff.next()).isLessThan(Duration.ofMillis(1201));
    }
}
