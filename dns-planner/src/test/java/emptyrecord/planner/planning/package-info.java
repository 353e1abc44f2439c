@NullMarked
package emptyrecord.planner.planning;

import org.jspecify.annotations.NullMarked;
