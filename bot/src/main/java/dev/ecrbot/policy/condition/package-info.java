/** Pure: whether a request meets conditions, as far as it is known. */
@NullMarked
package dev.ecrbot.policy.condition;

import org.jspecify.annotations.NullMarked;
