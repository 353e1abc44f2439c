@NullMarked
package emptyrecord.lab.platform;

import org.jspecify.annotations.NullMarked;
