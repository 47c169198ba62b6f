/** The fields of modals, and the modals around them: how they look, and what was filled in. */
@NullMarked
package dev.ecrbot.slack.field;

import org.jspecify.annotations.NullMarked;
