@NullMarked
package emptyrecord.e2e.abuse;

import org.jspecify.annotations.NullMarked;
