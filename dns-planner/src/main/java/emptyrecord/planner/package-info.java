@NullMarked
package emptyrecord.planner;

import org.jspecify.annotations.NullMarked;
