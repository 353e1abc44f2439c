@NullMarked
package emptyrecord.kit.settings;

import org.jspecify.annotations.NullMarked;
