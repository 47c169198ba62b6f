/** Makes small what the store keeps, and whole again. */
@NullMarked
package dev.ecrbot.store.packed;

import org.jspecify.annotations.NullMarked;
