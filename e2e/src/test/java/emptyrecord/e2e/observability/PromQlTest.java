package emptyrecord.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void namesAreFoundAndNothingElse() {
        assertThat(PromQl.metrics(
                        "sum by (host) (rate(dwfm_checks_total{outcome=~\"a|b\"}[10s])) * 60 / scalar(lab:speed)"))
                .containsExactly("dwfm_checks_total", "lab:speed");
        assertThat(PromQl.metrics("a > bool 0.25 * b and on () max_over_time(c[10m]) > 14.4 * 0.01"))
                .containsExactly("a", "b", "c");
        assertThat(PromQl.metrics("up == 0 or label_replace(vector(0), \"alertname\", \"none\", \"\", \"\")"))
                .containsExactly("up");
        assertThat(PromQl.metrics("x{y=\"1\"} / on () group_left () sum(z) > 1e3"))
                .containsExactly("x", "z");
    }
}
