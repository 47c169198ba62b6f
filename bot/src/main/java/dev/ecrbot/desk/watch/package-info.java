/** What channels are told that nobody asked: what others changed, and once a week how things are. */
@NullMarked
package dev.ecrbot.desk.watch;

import org.jspecify.annotations.NullMarked;
