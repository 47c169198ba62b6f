package dev.ecrbot.store.chain;

import java.util.List;

/**
 * What came of comparing the events with their chain.
 *
 * @param faults what isn't as it was recorded, in words; empty if all is
 * @param events how many events the chain covers
 * @param waiting how many events were recorded so lately that they may not be in it yet
 * @param head the end of the chain
 * @param anchors how many heads that were kept elsewhere fit
 */
public record ChainVerdict(List<String> faults, long events, long waiting, Link head, int anchors) {
    public ChainVerdict {
        faults = List.copyOf(faults);
    }
}
