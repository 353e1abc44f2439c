package emptyrecord.route53.core;

import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    @Test
    void valuesCountOnceAliasesAsOneAndAnUpsertTwice() {
        assertThat(BatchSize.of(List.of(create(a("x.db.test", "10.0.0.1", "10.0.0.22")))))
                .isEqualTo(new BatchSize(2, 17));
        assertThat(BatchSize.of(List.of(delete(a("x.db.test", "10.0.0.1"))))).isEqualTo(new BatchSize(1, 8));
        assertThat(BatchSize.of(List.of(upsert(a("x.db.test", "10.0.0.1"))))).isEqualTo(new BatchSize(2, 16));
        assertThat(BatchSize.of(
                        List.of(create(alias("db.test", "x.db.test")), upsert(alias("y.db.test", "x.db.test")))))
                .isEqualTo(new BatchSize(3, 0));
    }
}
