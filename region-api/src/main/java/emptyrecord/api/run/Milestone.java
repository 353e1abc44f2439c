package emptyrecord.api.run;

import emptyrecord.api.json.Absent;
import org.jspecify.annotations.Nullable;

/**
 * One milestone of the night: AWS's time, and this run's.
 *
 * @param name in kebab case
 * @param title for the table
 * @param fact the AWS fact
 * @param aws AWS's time, in words
 * @param measured the measure in words
 * @param here T+ in incident minutes; null when it did not come, or when it is a level over a span
 * @param from earliest T+ that meets it
 * @param to latest T+ that meets it
 * @param verdict NOT_REACHED when the body omits it
 * @param detail the figure behind it
 * @param basis what puts it where it is; null in a report that was written before this was said
 * @param because which act, number or mechanism that is
 */
public record Milestone(
        String name,
        String title,
        String fact,
        String aws,
        String measured,
        @Nullable Double here,
        double from,
        double to,
        Verdict verdict,
        String detail,
        @Nullable Basis basis,
        String because) {

    public Milestone {
        name = Absent.toEmpty(name);
        title = Absent.toEmpty(title);
        fact = Absent.toEmpty(fact);
        aws = Absent.toEmpty(aws);
        measured = Absent.toEmpty(measured);
        verdict = verdict == null ? Verdict.NOT_REACHED : verdict;
        detail = Absent.toEmpty(detail);
        because = Absent.toEmpty(because);
    }

    /** The result of a milestone; NOT_REACHED: the run ended, or has not come, where it could be judged. */
    public enum Verdict {
        MET,
        MISSED,
        NOT_REACHED
    }

    /** What a milestone that is met shows. */
    public enum Basis {
        /** An act of the operators at AWS's time puts it there: it shows that the act works. */
        GIVEN,
        /** A number of ours was chosen so that it lands there: it shows that the mechanism can produce it. */
        FITTED,
        /** Nobody put it there. */
        EMERGENT
    }
}
