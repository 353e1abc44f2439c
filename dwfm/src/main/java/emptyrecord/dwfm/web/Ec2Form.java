package emptyrecord.dwfm.web;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a request in EC2's query protocol: lists are numbered, {@code Filter.1.Value.2}. */
record Ec2Form(Map<String, String> values) {

    String action() {
        return required("Action");
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() ->
                        new Ec2Exception(Ec2Error.MISSING_PARAMETER, "The request must contain the parameter " + name));
    }

    int number(String name, int otherwise) {
        Optional<String> text = text(name);
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text.get());
        } catch (NumberFormatException e) {
            throw invalid(name, text.orElse(""), "it must be a whole number");
        }
    }

    /** The values of {@code prefix.1}, {@code prefix.2} and so on. */
    List<String> list(String prefix) {
        List<String> found = new ArrayList<>();
        for (int i = 1; values.containsKey(prefix + "." + i); i++) {
            found.add(values.get(prefix + "." + i));
        }
        return found;
    }

    /** The tags for instances. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (int i = 1; values.containsKey("TagSpecification." + i + ".ResourceType"); i++) {
            String spec = "TagSpecification." + i;
            boolean instance = "instance".equals(values.get(spec + ".ResourceType"));
            for (int k = 1; instance && values.containsKey(spec + ".Tag." + k + ".Key"); k++) {
                String tag = spec + ".Tag." + k;
                String key = values.getOrDefault(tag + ".Key", "");
                if (tags.put(key, values.getOrDefault(tag + ".Value", "")) != null) {
                    throw invalid("Tag", key, "each key may be given once");
                }
            }
        }
        return Ec2Bounds.tags(tags);
    }

    /** Filter name to the values of which one must match. */
    Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (int i = 1; values.containsKey("Filter." + i + ".Name"); i++) {
            filters.computeIfAbsent(values.getOrDefault("Filter." + i + ".Name", ""), name -> new ArrayList<>())
                    .addAll(list("Filter." + i + ".Value"));
        }
        return Ec2Bounds.filters(filters);
    }

    /** The instance ids, each once and well-formed. */
    List<String> ids() {
        return Ec2Bounds.ids(list("InstanceId").stream().distinct().toList());
    }

    /** A digest of all parameters except the client token and the authentication: the same for the same request. */
    String fingerprint() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(values).forEach((name, value) -> {
            if (!Ec2Bounds.isAboutTheRequest(name)) {
                all.append(name.length()).append(':').append(name).append('=').append(value.length());
                all.append(':').append(value);
            }
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static Ec2Exception invalid(String name, String value, String must) {
        return new Ec2Exception(
                Ec2Error.INVALID_PARAMETER_VALUE,
                "Value (" + Ec2Bounds.shortened(value) + ") for parameter " + Ec2Bounds.shortened(name)
                        + " is invalid: " + must);
    }
}
