package emptyrecord.race.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @Test
    void aLineIsReadAndWrittenTheSame() {
        String line = "c:pick,p:plan*9,a:pick,a:lock,a:flip,c:read,t:expire,c:lose,b:look";
        assertThat(Schedule.parse(line)).hasToString(line);
        assertThat(Schedule.parse(" c:pick , p:plan * 2,p:plan")).hasToString("c:pick,p:plan*3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:pick,x:pick|there are p (planner)",
                "a:jump|there are plan, expire, pick",
                "a:plan|p:plan is the planner's",
                "p:flip|all others are an enactor's",
                "pick|write actor:move",
                "p:plan*0|1 to 10000",
                "p:plan*x|1 to 10000",
                "p:plan*10000,p:plan|at most 10000 moves",
                "a:pick,|is no move"
            })
    void whatIsWrongIsSaidWithWhatToWrite(String line, String says) {
        assertThatThrownBy(() -> Schedule.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @Test
    void aMoveFromTheWrongPlaceSaysWhereTheEnactorStands() {
        SteppedRegion region = new SteppedRegion(Setup.night());
        region.move(Move.parse("a:pick"));
        assertThatThrownBy(() -> region.move(Move.parse("a:flip")))
                .hasMessageContaining("move 2 is a:flip, but a stands at after-check, before-lock")
                .hasMessageContaining("a:read, a:lock");
    }

    @Test
    void anUnknownGuardIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> new Setup(Set.of("dns.fences"), 8)).hasMessageContaining("dns.fence,");
        assertThatThrownBy(() -> new Setup(Set.of(), 0)).hasMessageContaining("1 generation or more");
    }
}
