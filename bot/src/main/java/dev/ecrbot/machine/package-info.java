/** The door for machines: an HTTP API by which service accounts ask and look. There is no way to decide anything through it. */
@NullMarked
package dev.ecrbot.machine;

import org.jspecify.annotations.NullMarked;
