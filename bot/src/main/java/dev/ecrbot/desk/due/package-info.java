/** What comes due by a stored date. */
@NullMarked
package dev.ecrbot.desk.due;

import org.jspecify.annotations.NullMarked;
