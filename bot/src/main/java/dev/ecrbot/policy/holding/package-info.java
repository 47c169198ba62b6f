/** Who has what, and through which statement. */
@NullMarked
package dev.ecrbot.policy.holding;

import org.jspecify.annotations.NullMarked;
