/** A region's addresses, services, folders, lock and token. */
@NullMarked
package emptyrecord.lab.home;

import org.jspecify.annotations.NullMarked;
