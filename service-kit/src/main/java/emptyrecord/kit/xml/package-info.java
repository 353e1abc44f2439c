@NullMarked
package emptyrecord.kit.xml;

import org.jspecify.annotations.NullMarked;
