/** Reads the rules. */
@NullMarked
package dev.ecrbot.config.rule;

import org.jspecify.annotations.NullMarked;
