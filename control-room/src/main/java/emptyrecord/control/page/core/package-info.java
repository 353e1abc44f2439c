@NullMarked
package emptyrecord.control.page.core;

import org.jspecify.annotations.NullMarked;
