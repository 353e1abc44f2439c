@NullMarked
package emptyrecord.planner.core;

import org.jspecify.annotations.NullMarked;
