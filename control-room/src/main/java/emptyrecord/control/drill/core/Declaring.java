package emptyrecord.control.drill.core;

import org.jspecify.annotations.Nullable;

/**
 * Whether this is an incident, as the trainees said it.
 *
 * @param rule what decides the points, in words for whoever is about to declare
 * @param incident the first declaration, which is the one that counts; null before it
 * @param minute of it, in incident minutes since the drill's scenario began
 */
public record Declaring(
        String rule, @Nullable Boolean incident, @Nullable Double minute) {}
