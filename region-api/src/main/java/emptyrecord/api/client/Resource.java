package emptyrecord.api.client;

import emptyrecord.api.json.ContractJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;

/**
 * A resource of a service: its path and its type.
 *
 * @param path from the service's root, with a query if there is one
 * @param type of the body
 */
public record Resource<T>(String path, JavaType type) {

    public static <T> Resource<T> of(String path, Class<T> type) {
        return new Resource<>(path, ContractJson.MAPPER.constructType(type));
    }

    static <T> Resource<T> of(String path, TypeReference<T> type) {
        return new Resource<>(path, ContractJson.MAPPER.constructType(type));
    }

    public static <T> Resource<List<T>> listOf(String path, Class<T> element) {
        return new Resource<>(path, ContractJson.MAPPER.getTypeFactory().constructCollectionType(List.class, element));
    }

    /** An object of names and figures. */
    static Resource<Map<String, Object>> mapAt(String path) {
        return Resource.of(path, new TypeReference<Map<String, Object>>() {});
    }

    /** Empty when the body is not JSON, or JSON of another shape. */
    public Optional<T> read(String body) {
        try {
            T value = ContractJson.MAPPER.readValue(body, type);
            return Optional.ofNullable(value);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
