package emptyrecord.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /points/{point}}.
 *
 * @param target only this one is held; null: all
 * @param leaseSeconds real; null: the service's default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldRequest(@Nullable String target, @Nullable Long leaseSeconds) {}
