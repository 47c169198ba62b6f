/** What is written to Slack: blocks, cards, notes, modals. Knows values, and sends nothing. */
@NullMarked
package dev.ecrbot.slack.message;

import org.jspecify.annotations.NullMarked;
