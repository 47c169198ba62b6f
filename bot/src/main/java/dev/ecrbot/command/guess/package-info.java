/** Pure: what people most likely meant who didn't write a command exactly. What is guessed is shown before it counts. */
@NullMarked
package dev.ecrbot.command.guess;

import org.jspecify.annotations.NullMarked;
