package emptyrecord.kit.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class FilterProblemTest {

    private static Map<String, Object> problem(String path, String detail) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterProblem.write(new MockHttpServletRequest("GET", path), response, HttpStatus.UNAUTHORIZED, detail);
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        return new JsonMapper().readValue(response.getContentAsByteArray(), new TypeReference<>() {});
    }

    @Test
    void theBodyHasTheFourMembersOfAProblemAndNoOther() throws Exception {
        assertThat(problem("/desk/%7Bx", "say \"who\""))
                .isEqualTo(Map.of(
                        "title", "Unauthorized", "status", 401, "detail", "say \"who\"", "instance", "/desk/%7Bx"));
    }

    @Test
    void aPathThatIsNoUriIsLeftOut() throws Exception {
        assertThat(problem("//", "d")).doesNotContainKey("instance").containsEntry("detail", "d");
    }
}
