@NullMarked
package emptyrecord.control.testkit;

import org.jspecify.annotations.NullMarked;
