/** What the configuration file says, checked: one record for each section. */
@NullMarked
package dev.ecrbot.config;

import org.jspecify.annotations.NullMarked;
