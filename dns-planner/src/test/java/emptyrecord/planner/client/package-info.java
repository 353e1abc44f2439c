@NullMarked
package emptyrecord.planner.client;

import org.jspecify.annotations.NullMarked;
