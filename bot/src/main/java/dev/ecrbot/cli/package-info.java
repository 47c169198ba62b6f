/** The parts of the command line that need nothing of the bot but its knowledge of policies and of denials. */
@NullMarked
package dev.ecrbot.cli;

import org.jspecify.annotations.NullMarked;
