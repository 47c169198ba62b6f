/** The command line of machines: asks, questions, and waiting for what becomes of them. */
@NullMarked
package dev.ecrbot.machine.client;

import org.jspecify.annotations.NullMarked;
