package emptyrecord.control.page.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.testkit.Nights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static Curves.Point point(int n) {
        return new Curves.Point(n, n, Arrays.asList((double) n, n % 2 == 0 ? null : 10.0));
    }

    private static Curves filled(int capacity, int points) {
        Curves curves = new Curves(capacity);
        for (int i = 1; i <= points; i++) {
            curves.add(point(i));
        }
        return curves;
    }

    @Test
    void aNightFitsPointByPoint() {
        assertThat(filled(1200, 1200).all())
                .hasSize(1200)
                .extracting(Curves.Point::seq)
                .startsWith(1L, 2L);
    }

    @Test
    void aWeekStaysBoundedAndKeepsItsBeginningAndItsEnd() {
        List<Curves.Point> all = filled(1200, 200_000).all();
        assertThat(all).hasSizeLessThanOrEqualTo(1200);
        assertThat(all.getLast().seq()).isEqualTo(200_000);
        assertThat(all.subList(all.size() - 500, all.size()))
                .as("the newest stay as they were seen")
                .isEqualTo(filled(1200, 200_000).all().subList(all.size() - 500, all.size()));
        assertThat(all.get(all.size() - 2).seq()).isEqualTo(199_999);
        assertThat(all).extracting(Curves.Point::minutes).isSorted();
    }

    @Test
    void joinedPointsHaveTheMeanOfWhatWasSeen() {
        List<Curves.Point> all = filled(8, 9).all();
        assertThat(all.getFirst()).isEqualTo(new Curves.Point(2, 2, Arrays.asList(1.5, 10.0)));
        assertThat(all).extracting(Curves.Point::seq).containsExactly(2L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void everySampleGivesEverySeries() {
        assertThat(StoryCurves.values(Nights.sample(1, 200))).hasSameSizeAs(StoryCurves.SERIES);
    }
}
