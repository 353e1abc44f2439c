package emptyrecord.dwfm.web.ec2;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The members of a numbered list among a request's parameters. */
final class ListMembers {

    /** No list of a request has a million members. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private ListMembers() {}

    /** {@code Filter.1}, {@code Filter.3}, in the order of their numbers, each once. */
    static Collection<String> of(Map<String, String> values, String list) {
        String start = list + ".";
        Set<Integer> numbers = new TreeSet<>();
        for (String name : values.keySet()) {
            if (name.startsWith(start)) {
                int dot = name.indexOf('.', start.length());
                String number = name.substring(start.length(), dot < 0 ? name.length() : dot);
                if (NUMBER.matcher(number).matches()) {
                    numbers.add(Integer.parseInt(number));
                }
            }
        }
        return List.copyOf(numbers).stream().map(number -> start + number).toList();
    }
}
