/** The front door: Bolt app, cards, messages; everything Slack stays in here. */
@NullMarked
package dev.ecrbot.slack;

import org.jspecify.annotations.NullMarked;
