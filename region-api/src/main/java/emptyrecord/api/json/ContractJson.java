package emptyrecord.api.json;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON for readers of the contract: an unknown field is ignored, an absent number is 0 and an absent flag is false. An
 * unknown word of an enumeration counts as absent. A record says what it takes for an absent part that may not be null.
 * So an older reader can read a newer service, and the other way round.
 */
public final class ContractJson {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private ContractJson() {}
}
