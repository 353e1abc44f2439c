package emptyrecord.control.operations;

import java.util.Map;
import java.util.Optional;

/** The parameters an operation was called with; a missing or wrong one is answered with its name. */
public record Arguments(Map<String, Object> values) {

    public Arguments {
        values = Map.copyOf(values);
    }

    public String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> new IllegalArgumentException("Parameter '" + name + "' is missing: give a text"));
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf).filter(v -> !v.isBlank());
    }

    public double number(String name) {
        return optionalNumber(name)
                .orElseThrow(() -> new IllegalArgumentException("Parameter '" + name + "' is missing: give a number"));
    }

    public Optional<Double> optionalNumber(String name) {
        return optionalText(name).map(text -> {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Parameter '" + name + "' must be a number, not '" + text + "'", e);
            }
        });
    }

    public boolean flag(String name, boolean otherwise) {
        return optionalText(name)
                .map(text -> switch (text) {
                    case "true", "on" -> true;
                    case "false", "off" -> false;
                    default ->
                        throw new IllegalArgumentException(
                                "Parameter '" + name + "' must be true or false, not '" + text + "'");
                })
                .orElse(otherwise);
    }
}
