/** Pure: what is wrong with a policy, and what to do about it. */
@NullMarked
package dev.ecrbot.policy.lint;

import org.jspecify.annotations.NullMarked;
