/** Runs: played, kept, found again, judged and shown. */
@NullMarked
package emptyrecord.lab.run;

import org.jspecify.annotations.NullMarked;
