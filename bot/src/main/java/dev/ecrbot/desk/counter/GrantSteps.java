package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.request.Grant;

/**
 * What somebody may do with a grant, by what was known a moment ago; a click is judged anew.
 *
 * @param extend whether they may ask for a later end
 * @param end whether they may end it
 * @param undo whether they may ask to have the policy put back to what it was before
 */
public record GrantSteps(Grant grant, boolean extend, boolean end, boolean undo) {

    /** Returns whether there is anything that they may do. */
    boolean any() {
        return extend || end || undo;
    }
}
