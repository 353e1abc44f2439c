package emptyrecord.lab.dns;

/** Colours of a terminal, or none; what they say is also said in words. */
public enum Paint {
    PLAIN,
    ANSI;

    String wrong(String text) {
        return in("1;31", text);
    }

    String note(String text) {
        return in("33", text);
    }

    String good(String text) {
        return in("32", text);
    }

    String title(String text) {
        return in("1", text);
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
