/** What somebody is about to ask for: the change that it would be, and what would come of it. */
@NullMarked
package dev.ecrbot.desk.ask;

import org.jspecify.annotations.NullMarked;
