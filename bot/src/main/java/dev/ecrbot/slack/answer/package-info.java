/** What is written to people who asked how things are. */
@NullMarked
package dev.ecrbot.slack.answer;

import org.jspecify.annotations.NullMarked;
