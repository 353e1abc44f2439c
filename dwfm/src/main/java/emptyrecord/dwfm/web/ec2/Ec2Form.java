package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request in EC2's query protocol: lists are numbered, {@code Filter.1.Value.2}, and the numbers may
 * have gaps.
 */
record Ec2Form(Map<String, String> values) {

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** @throws Ec2Exception with InvalidParameterValue unless it lies between {@code min} and {@code max} */
    int number(String name, int min, int max, int otherwise) {
        Optional<String> text = text(name);
        try {
            int number = text.map(Integer::parseInt).orElse(otherwise);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, text.orElse(""), "it must be a whole number");
        }
        throw invalid(name, text.orElse(""), "it must lie between " + min + " and " + max);
    }

    /** False if it is missing. */
    boolean flag(String name) {
        String text = values.getOrDefault(name, "false");
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw invalid(name, text, "it must be true or false");
        }
        return text.equalsIgnoreCase("true");
    }

    /** One of these; the first one if it is missing. */
    String choice(String name, List<String> choices) {
        String text = text(name).orElse(choices.getFirst());
        if (!choices.contains(text)) {
            throw invalid(name, text, "it must be one of " + choices);
        }
        return text;
    }

    /** The values of {@code prefix.1}, {@code prefix.2} and so on. */
    List<String> list(String prefix) {
        return ListMembers.of(values, prefix).stream()
                .flatMap(member -> Optional.ofNullable(values.get(member)).stream())
                .toList();
    }

    /** The tags for instances. */
    Map<String, String> tags() {
        return TagParameters.ofLaunch(this);
    }

    /** Filter name to the values of which one must match. */
    Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String filter : ListMembers.of(values, "Filter")) {
            List<String> wanted = list(filter + ".Value");
            if (wanted.isEmpty()) {
                throw missing(filter + ".Value.1");
            }
            filters.computeIfAbsent(required(filter + ".Name"), name -> new ArrayList<>())
                    .addAll(wanted);
        }
        return Ec2Bounds.filters(filters);
    }

    /** The instance ids, each once and well-formed. */
    List<String> ids() {
        return Ec2Bounds.ids(list("InstanceId").stream().distinct().toList());
    }

    /** The same, at least one. */
    List<String> someIds() {
        List<String> ids = ids();
        if (ids.isEmpty()) {
            throw missing("InstanceId");
        }
        return ids;
    }

    /** The one instance of {@code InstanceId}, well-formed. */
    String id() {
        return Ec2Bounds.ids(List.of(required("InstanceId"))).getFirst();
    }

    /** A digest of all parameters except the client token and the authentication: the same for the same request. */
    String fingerprint() {
        return fingerprint(Set.of());
    }

    /** @param without parameters that may differ */
    String fingerprint(Set<String> without) {
        return Fingerprint.of(values, name -> !Ec2Bounds.isAboutTheRequest(name) && !without.contains(name));
    }

    /** @throws Ec2Exception with UnknownParameter for a name that neither the action nor every request has */
    void refuseUnknown(Set<String> known) {
        values.keySet().stream()
                .filter(name -> !name.equals("Action")
                        && !Ec2Bounds.isAboutTheRequest(name)
                        && !ParameterNames.contains(known, name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Ec2Exception(
                            Ec2Error.UNKNOWN_PARAMETER,
                            "The parameter " + Ec2Bounds.shortened(name) + " is not recognized");
                });
    }

    /** To be called when everything that can be checked beforehand is checked. */
    void refuseDryRun() {
        if (flag("DryRun")) {
            throw new Ec2Exception(Ec2Error.DRY_RUN, "Request would have succeeded, but DryRun flag is set.");
        }
    }

    static Ec2Exception missing(String name) {
        return new Ec2Exception(Ec2Error.MISSING_PARAMETER, "The request must contain the parameter " + name);
    }

    static Ec2Exception invalid(String name, String value, String must) {
        return new Ec2Exception(
                Ec2Error.INVALID_PARAMETER_VALUE,
                "Value (" + Ec2Bounds.shortened(value) + ") for parameter " + Ec2Bounds.shortened(name)
                        + " is invalid: " + must);
    }
}
