package dev.ecrbot.store.chain;

/** What is said of a chain of hashes that isn't what it was. */
final class ChainWords {
    private ChainWords() {}

    static String twoAnchors(long link) {
        return "There are two anchors with different hashes for link " + link + ".";
    }

    static String wasCut(long anchor, long end) {
        return "An anchor names link " + anchor + ", and the chain ends with link " + end + ": it was cut.";
    }

    static String linkMissing(long link) {
        return "Link " + link + " is missing.";
    }

    static String eventGone(long event, long link) {
        return "Event " + event + " is gone; link " + link + " has it.";
    }

    static String madeAnew(long link) {
        return "Link " + link + " is another one than its anchor names: the chain was made anew.";
    }

    static String beginningChanged(long event) {
        return "The events up to number " + event + ", from before the chain began, aren't what they were then.";
    }

    static String eventChanged(long event, long link) {
        return "Event " + event + " or its link " + link + " was changed.";
    }

    static String noChain() {
        return "There is no chain.";
    }

    static String notInChain(long event) {
        return "Event " + event + " isn't in the chain.";
    }
}
