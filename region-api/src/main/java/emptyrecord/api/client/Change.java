package emptyrecord.api.client;

import emptyrecord.api.json.ContractJson;
import java.util.Map;
import java.util.Optional;

/**
 * A request that changes something at a service.
 *
 * @param <T> type of the answer
 * @param body a record or map, sent as JSON
 * @param answer the path, and the type of the answer
 */
public record Change<T>(Method method, Resource<T> answer, Object body) {

    /** The methods of HTTP that change something. */
    public enum Method {
        PUT,
        POST,
        DELETE
    }

    static <T> Change<T> put(Resource<T> answer, Object body) {
        return new Change<>(Method.PUT, answer, body);
    }

    static <T> Change<T> post(Resource<T> answer, Object body) {
        return new Change<>(Method.POST, answer, body);
    }

    static <T> Change<T> delete(Resource<T> answer) {
        return new Change<>(Method.DELETE, answer, Map.of());
    }

    public String path() {
        return answer.path();
    }

    /** Empty for a DELETE, which says all by its path. */
    public Optional<String> json() {
        return method == Method.DELETE ? Optional.empty() : Optional.of(ContractJson.MAPPER.writeValueAsString(body));
    }
}
