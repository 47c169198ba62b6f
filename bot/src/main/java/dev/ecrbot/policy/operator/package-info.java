/** Pure: the operators of conditions, and when a text of a request fits one of a policy. */
@NullMarked
package dev.ecrbot.policy.operator;

import org.jspecify.annotations.NullMarked;
