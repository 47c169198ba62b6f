/** Pure: an ask and facts about people make a verdict, on who may ask and who may approve. */
@NullMarked
package dev.ecrbot.rules;

import org.jspecify.annotations.NullMarked;
