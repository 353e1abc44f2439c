package emptyrecord.dynamo.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A digest of a part of a request: the same for the same values, whatever the order of members and the white space. */
final class Digest {

    private final MessageDigest sha;

    private Digest() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** 43 characters. */
    static String of(JsonNode node) {
        Digest digest = new Digest();
        digest.add(node);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.sha.digest());
    }

    private void add(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
            begin('{', sorted.size());
            sorted.forEach((name, value) -> {
                text('n', name);
                add(value);
            });
        } else if (node.isArray()) {
            begin('[', node.size());
            node.forEach(this::add);
        } else if (node.isString()) {
            text('s', node.stringValue());
        } else {
            text('v', node.toString());
        }
    }

    private void text(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(kind, bytes.length);
        sha.update(bytes);
    }

    /** Lengths are part of the digest, so no two values run into each other. */
    private void begin(char kind, int length) {
        sha.update((byte) kind);
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha.update((byte) (length >> shift));
        }
    }
}
