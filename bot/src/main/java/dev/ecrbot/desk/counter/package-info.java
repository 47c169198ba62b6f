/** What people type and click, and what they are answered. */
@NullMarked
package dev.ecrbot.desk.counter;

import org.jspecify.annotations.NullMarked;
