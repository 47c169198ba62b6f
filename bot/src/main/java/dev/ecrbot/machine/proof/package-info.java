/** How a machine proves which one it is: a token of its issuer's, or what AWS says of it. */
@NullMarked
package dev.ecrbot.machine.proof;

import org.jspecify.annotations.NullMarked;
