/** How deliveries get in: HTTP, socket, signature, repetition. Knows neither the desk nor messages. */
@NullMarked
package dev.ecrbot.slack.door;

import org.jspecify.annotations.NullMarked;
