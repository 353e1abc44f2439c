package emptyrecord.api.customers;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * The clients of one stack.
 *
 * @param name for example {@code sdk-legacy}
 * @param setting what is special about it
 * @param clients how many there are
 * @param objective share of the time in which actions must work, over thirty days
 * @param patienceSeconds incident time after which a user has given up
 * @param budgetMinutes error budget of thirty days
 * @param budgetUsed share of it that the mean client used up; above 1 there is none left
 * @param minutesLost customer minutes lost by all of them; time without more than one API counts once
 * @param apis by API
 */
public record StackView(
        String name,
        String setting,
        int clients,
        double objective,
        long patienceSeconds,
        double budgetMinutes,
        double budgetUsed,
        double minutesLost,
        List<ApiView> apis) {

    public StackView {
        name = Absent.toEmpty(name);
        setting = Absent.toEmpty(setting);
        apis = Absent.toEmpty(apis);
    }
}
