/** What other rules mean to whom. */
@NullMarked
package dev.ecrbot.rules.change;

import org.jspecify.annotations.NullMarked;
