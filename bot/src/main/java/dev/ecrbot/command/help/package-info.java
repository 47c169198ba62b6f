/** Pure: what help says of each command, with examples that use the configured names. */
@NullMarked
package dev.ecrbot.command.help;

import org.jspecify.annotations.NullMarked;
