/** The policies as they are now: the port to AWS, and changes planned on what was read. */
@NullMarked
package dev.ecrbot.desk.live;

import org.jspecify.annotations.NullMarked;
