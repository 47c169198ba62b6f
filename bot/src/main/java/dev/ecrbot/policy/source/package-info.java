/** Pure: the policies in the files that people have, whatever wraps them. */
@NullMarked
package dev.ecrbot.policy.source;

import org.jspecify.annotations.NullMarked;
