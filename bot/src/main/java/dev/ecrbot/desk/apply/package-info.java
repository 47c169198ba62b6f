/** The only way to write a policy, and what is recorded of each kind of change that was. */
@NullMarked
package dev.ecrbot.desk.apply;

import org.jspecify.annotations.NullMarked;
