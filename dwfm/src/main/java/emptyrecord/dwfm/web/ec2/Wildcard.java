package emptyrecord.dwfm.web.ec2;

/**
 * A filter's value as EC2 reads it: {@code *} stands for any characters, {@code ?} for one, a backslash before either for
 * itself; case matters ("Filtering" in the user guide). Takes time proportional to both lengths at worst.
 */
record Wildcard(String pattern) {

    boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && one(p, text.charAt(t))) {
                p += escaped(p) ? 2 : 1;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private boolean one(int p, char c) {
        if (escaped(p)) {
            return pattern.charAt(p + 1) == c;
        }
        return pattern.charAt(p) == '?' || pattern.charAt(p) == c;
    }

    private boolean escaped(int p) {
        return pattern.charAt(p) == '\\' && p + 1 < pattern.length();
    }
}
