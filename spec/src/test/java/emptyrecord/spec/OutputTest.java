package emptyrecord.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTest {

    private static final String BROKEN = """
            Error: Temporal properties were violated.
            Error: The following behavior constitutes a counter-example:
            Error: TLC threw an unexpected exception.
            This was probably caused by an error in the spec or model.
            The exception was a java.lang.ArrayIndexOutOfBoundsException
            : arraycopy: last source index 165598 out of bounds for byte[8192]
            """;

    @Test
    void tlcThatBreaksIsToldFromAModelThatIsWrong() {
        assertThat(new Output(BROKEN).broke()).isTrue();
        assertThat(new Output("Error: Temporal properties were violated.\n1 states generated, 1 distinct states found")
                        .broke())
                .isFalse();
        String wrong = BROKEN.replace("ArrayIndexOutOfBounds", "Evaluation");
        assertThat(new Output(wrong).broke()).as("an error in the model").isFalse();
    }
}
