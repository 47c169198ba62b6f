/** Hands the audit trail on, event by event, to an address that whoever runs the bot names. */
@NullMarked
package dev.ecrbot.webhook;

import org.jspecify.annotations.NullMarked;
