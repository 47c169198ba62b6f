/** What channels are told beside cards, line by line, as words only: another configuration, what others did to policies, a week, a start. */
@NullMarked
package dev.ecrbot.problem.news;

import org.jspecify.annotations.NullMarked;
