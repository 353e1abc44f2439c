@NullMarked
package emptyrecord.control.settings;

import org.jspecify.annotations.NullMarked;
