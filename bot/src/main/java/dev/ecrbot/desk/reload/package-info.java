/** Another configuration in place of the one in force: what it means to whom, recorded and announced. */
@NullMarked
package dev.ecrbot.desk.reload;

import org.jspecify.annotations.NullMarked;
