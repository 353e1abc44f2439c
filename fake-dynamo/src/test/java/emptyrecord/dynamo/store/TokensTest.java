package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Instant NOON = Instant.parse("2025-10-20T12:00:00Z");

    private final Tokens tokens = new Tokens(Duration.ofMinutes(10), 3);

    private static ClientToken token(String text, Instant at) {
        return new ClientToken(text, "digest", at);
    }

    private void done(String text, Instant at) {
        ClientToken token = token(text, at);
        assertThat(tokens.begin(token)).as(text).isTrue();
        tokens.remember(token);
        tokens.end(token);
    }

    @Test
    void aTokenIsRememberedForTenMinutes() {
        done("a", NOON);
        assertThat(tokens.begin(token("a", NOON.plusSeconds(600)))).isFalse();
        assertThat(tokens.begin(token("a", NOON.plusSeconds(601)))).isTrue();
    }

    @Test
    void aClockThatWasSetBackForgetsIt() {
        done("a", NOON);
        assertThat(tokens.begin(token("a", NOON.minusSeconds(601)))).isTrue();
    }

    @Test
    void theOldestMakesRoom() {
        for (String text : new String[] {"a", "b", "c", "d"}) {
            done(text, NOON);
        }
        assertThat(tokens.all()).extracting(ClientToken::text).containsExactly("b", "c", "d");
    }

    @Test
    void theSameTokenForAnotherTransactionIsAMistake() {
        done("a", NOON);
        assertThatThrownBy(() -> tokens.begin(new ClientToken("a", "other", NOON)))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOKEN_MISMATCH));
    }

    @Test
    void oneTransactionAtATimeHasAToken() {
        ClientToken token = token("a", NOON);
        tokens.begin(token);
        assertThatThrownBy(() -> tokens.begin(token))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_IN_PROGRESS));
        tokens.end(token);
        assertThat(tokens.begin(token)).as("it was not done").isTrue();
    }
}
