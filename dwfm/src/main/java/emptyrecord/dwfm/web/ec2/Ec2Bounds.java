package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Limits of a request to EC2. Numbers are those of EC2's API reference and user guide unless noted otherwise; the whole
 * request is limited earlier, by {@code lab.limits}.
 */
final class Ec2Bounds {
    /** "Ensuring idempotency": up to 64 ASCII characters. */
    static final int TOKEN_MAX = 64;

    /** "Tag restrictions". */
    static final int TAGS_MAX = 50;

    static final int TAG_KEY_MAX = 128;
    static final int TAG_VALUE_MAX = 256;

    /** DescribeInstances: up to 1000 ids. */
    static final int IDS_MAX = 1000;

    /** "Filtering": up to 50 filters, 200 values in all (FilterLimitExceeded). */
    static final int FILTERS_MAX = 50;

    static final int FILTER_VALUES_MAX = 200;

    /** Our choice: longer than any parameter that is stored. */
    static final int VALUE_MAX = 256;

    static final int NAME_MAX = 128;

    /** UserData: 16 KB, in base64. It is not stored. */
    private static final int USER_DATA_MAX = 21_848;

    /** How much of a bad value an error repeats (our choice). */
    private static final int SHOWN = 80;

    private static final Pattern ID = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern IMAGE_ID = Pattern.compile("ami-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern TOKEN = Pattern.compile("[\\x20-\\x7e]*");
    private static final Set<String> ABOUT_THE_REQUEST = Set.of(
            "ClientToken",
            "Version",
            "AWSAccessKeyId",
            "Expires",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "Timestamp");

    private Ec2Bounds() {}

    /** @throws Ec2Exception if a parameter's name or value is longer than anything EC2 has */
    static Ec2Form form(Map<String, String> values) {
        values.forEach((name, value) -> {
            int max = name.equals("UserData") || name.equals("UserData.Value") ? USER_DATA_MAX : VALUE_MAX;
            if (name.length() > NAME_MAX) {
                throw Ec2Form.invalid(name, value, "names of parameters have at most " + NAME_MAX + " characters");
            }
            if (value.length() > max) {
                throw Ec2Form.invalid(name, value, "it may have " + max + " characters, not " + value.length());
            }
        });
        return new Ec2Form(values);
    }

    static String token(String token) {
        if (token.length() > TOKEN_MAX || !TOKEN.matcher(token).matches()) {
            throw Ec2Form.invalid("ClientToken", token, "a token has up to " + TOKEN_MAX + " ASCII characters");
        }
        return token;
    }

    static Map<String, String> tags(Map<String, String> tags) {
        if (tags.size() > TAGS_MAX) {
            throw new Ec2Exception(
                    Ec2Error.TAG_LIMIT_EXCEEDED, "An instance may have " + TAGS_MAX + " tags, not " + tags.size());
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > TAG_KEY_MAX || key.startsWith("aws:")) {
                throw Ec2Form.invalid("Tag.Key", key, "1 to " + TAG_KEY_MAX + " characters, not beginning with aws:");
            }
            if (value.length() > TAG_VALUE_MAX) {
                throw Ec2Form.invalid("Tag.Value", value, "up to " + TAG_VALUE_MAX + " characters");
            }
        });
        return tags;
    }

    static Map<String, List<String>> filters(Map<String, List<String>> filters) {
        int values = filters.values().stream().mapToInt(List::size).sum();
        if (filters.size() > FILTERS_MAX || values > FILTER_VALUES_MAX) {
            throw new Ec2Exception(
                    Ec2Error.FILTER_LIMIT_EXCEEDED,
                    "At most " + FILTERS_MAX + " filters with " + FILTER_VALUES_MAX + " values in all, not "
                            + filters.size() + " with " + values);
        }
        return filters;
    }

    static List<String> ids(List<String> ids) {
        if (ids.size() > IDS_MAX) {
            throw Ec2Form.invalid("InstanceId", ids.size() + " ids", "at most " + IDS_MAX + " in one request");
        }
        ids.stream().filter(id -> !ID.matcher(id).matches()).findFirst().ifPresent(id -> {
            throw new Ec2Exception(Ec2Error.INVALID_INSTANCE_ID_MALFORMED, "Invalid id: \"" + shortened(id) + "\"");
        });
        return ids;
    }

    static boolean isImageId(String id) {
        return IMAGE_ID.matcher(id).matches();
    }

    static boolean isAboutTheRequest(String name) {
        return ABOUT_THE_REQUEST.contains(name) || name.startsWith("X-Amz-");
    }

    static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
