/** What machines are answered, as JSON. */
@NullMarked
package dev.ecrbot.machine.answer;

import org.jspecify.annotations.NullMarked;
