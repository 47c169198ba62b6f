/** Pure: the actions that ECR knows, as data with a date and a source. */
@NullMarked
package dev.ecrbot.policy.catalogue;

import org.jspecify.annotations.NullMarked;
