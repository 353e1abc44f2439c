package emptyrecord.dynamo.history;

import java.util.Map;
import java.util.Set;

/** Named numbers, 0 at the beginning, that several clients use at a time. */
public interface Registers {

    /** The numbers at one moment. */
    Map<String, Integer> read(Set<String> names);

    /** Writes all numbers if all expected ones are there, otherwise none; false then. */
    boolean write(Map<String, Integer> expected, Map<String, Integer> numbers);
}
