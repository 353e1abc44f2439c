@NullMarked
package emptyrecord.night.testkit;

import org.jspecify.annotations.NullMarked;
