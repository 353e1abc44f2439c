@NullMarked
package emptyrecord.api.planner;

import org.jspecify.annotations.NullMarked;
