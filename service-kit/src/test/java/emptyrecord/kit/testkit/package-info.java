/** What the tests of all modules share. */
@NullMarked
package emptyrecord.kit.testkit;

import org.jspecify.annotations.NullMarked;
