@NullMarked
package emptyrecord.enactor.core;

import org.jspecify.annotations.NullMarked;
