/** What a change of a policy means to whom, and which lines differ. */
@NullMarked
package dev.ecrbot.policy.diff;

import org.jspecify.annotations.NullMarked;
