/** Asks whoever sets the bot up what its first configuration needs, with what Slack and AWS have to choose from. */
@NullMarked
package dev.ecrbot.interview;

import org.jspecify.annotations.NullMarked;
