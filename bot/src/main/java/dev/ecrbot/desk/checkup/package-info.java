/** The bot looks at its own set-up while it runs, for those who look after it. */
@NullMarked
package dev.ecrbot.desk.checkup;

import org.jspecify.annotations.NullMarked;
