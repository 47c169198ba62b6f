/** What Slack is told: from the outbox, through messages as values, to the courier. */
@NullMarked
package dev.ecrbot.desk.tell;

import org.jspecify.annotations.NullMarked;
