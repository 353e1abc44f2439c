@NullMarked
package emptyrecord.dwfm.web;

import org.jspecify.annotations.NullMarked;
