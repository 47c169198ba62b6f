/** Pure: edits of policies, the plans made of them, and what a plan changes for whom. */
@NullMarked
package dev.ecrbot.policy.plan;

import org.jspecify.annotations.NullMarked;
