/** What people say to each other about a request that waits. */
@NullMarked
package dev.ecrbot.desk.talk;

import org.jspecify.annotations.NullMarked;
