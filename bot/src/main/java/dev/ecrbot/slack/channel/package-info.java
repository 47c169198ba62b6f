/** What channels are told beside cards: replies in their threads, lists of these, and what is about no request. */
@NullMarked
package dev.ecrbot.slack.channel;

import org.jspecify.annotations.NullMarked;
