/** Runs: playing, storing, finding, judging and showing them. */
@NullMarked
package emptyrecord.lab.run;

import org.jspecify.annotations.NullMarked;
