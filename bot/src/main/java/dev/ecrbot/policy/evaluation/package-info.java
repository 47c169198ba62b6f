/** Pure: what a repository's policies decide for a caller, as far as it can be told. */
@NullMarked
package dev.ecrbot.policy.evaluation;

import org.jspecify.annotations.NullMarked;
