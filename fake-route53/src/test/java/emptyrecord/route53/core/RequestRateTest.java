package emptyrecord.route53.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    @Test
    void aSecondsWorthPassesAtOnceThenTheRate() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        RequestRate rate = new RequestRate(now::get, 2);

        assertThat(rate.admit()).isTrue();
        assertThat(rate.admit()).isTrue();
        assertThat(rate.admit()).isFalse();
        now.set(Instant.EPOCH.plusMillis(500));
        assertThat(rate.admit()).isTrue();
        assertThat(rate.admit()).isFalse();
    }
}
