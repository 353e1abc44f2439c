@NullMarked
package emptyrecord.control.drill.core;

import org.jspecify.annotations.NullMarked;
