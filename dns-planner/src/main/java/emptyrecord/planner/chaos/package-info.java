@NullMarked
package emptyrecord.planner.chaos;

import org.jspecify.annotations.NullMarked;
