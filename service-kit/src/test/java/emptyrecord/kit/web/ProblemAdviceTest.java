package emptyrecord.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void whatHasNotComeToBeIsToldFromAWrongName() {
        assertThat(advice.notFound(NotFoundException.nothingYet("There was no replay yet"))
                        .getProperties())
                .containsEntry("nothingYet", true);
        assertThat(advice.notFound(new NotFoundException("There is no host 'x'"))
                        .getProperties())
                .isNullOrEmpty();
    }
}
