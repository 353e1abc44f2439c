@NullMarked
package emptyrecord.planner.web;

import org.jspecify.annotations.NullMarked;
