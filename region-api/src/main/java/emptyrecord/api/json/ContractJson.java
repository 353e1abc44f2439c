package emptyrecord.api.json;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON for readers of the contract: an unknown field is ignored, an absent number is 0 and an absent flag is false. So
 * an older reader can read a newer service, and the other way round.
 */
public final class ContractJson {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ContractJson() {}
}
