package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.Truth;
import java.util.List;
import java.util.function.Function;

/**
 * What one policy says by itself of what is asked.
 *
 * @param allows whether one of its statements allows it, at least by delegation
 * @param itself whether one allows it that means the caller by more than their account
 * @param directly whether one allows it that means whoever sends the request
 * @param denies whether one denies it
 * @param share what people are told of it
 */
record Opinion(Truth allows, Truth itself, Truth directly, Truth denies, Share share) {

    /** Returns whether any of them is true of one of the opinions. */
    static Truth any(List<Opinion> opinions, Function<Opinion, Truth> which) {
        return opinions.stream().map(which).reduce(Truth.FALSE, Truth::or);
    }
}
