/** The crawled facts of the fleet, for questions only: what is decided is read live. */
@NullMarked
package dev.ecrbot.index;

import org.jspecify.annotations.NullMarked;
