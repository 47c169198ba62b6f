/** What the configuration file holds, as far as YAML goes: keys, texts, numbers, each with its line. */
@NullMarked
package dev.ecrbot.config.file;

import org.jspecify.annotations.NullMarked;
