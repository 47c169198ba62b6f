/** What can go wrong, said so that a person knows what happened and what to do next; the same code counts it. */
@NullMarked
package dev.ecrbot.problem;

import org.jspecify.annotations.NullMarked;
