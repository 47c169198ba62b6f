package dev.ecrbot.slack.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.model.view.View;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows modals anew as they are filled in: each one by one thread at a time, and of what was filled in meanwhile only the newest.
 * So the last that is shown is what was filled in last, by Slack's time of it: deliveries overtake each other. Thread-safe.
 *
 * <p>Slack's hash isn't sent along. By it Slack would refuse each change that was on its way while the one before was being shown,
 * which is the newer one of the two, and nobody would see it. Where replicas share one modal the later of them wins; what is shown
 * names what it speaks of, and what is sent is judged anew.
 */
final class Redraws {
    private static final Logger LOG = LoggerFactory.getLogger(Redraws.class);

    private static final Duration OPEN = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final BiFunction<String, View, String> update;
    /** For each modal that is being shown anew what was filled in since. */
    private final Map<String, Optional<View>> newest = new HashMap<>();
    /** For each modal when that was filled in which was taken in last; nobody fills one in for longer. */
    private final Cache<String, BigDecimal> times =
            Caffeine.newBuilder().expireAfterWrite(OPEN).maximumSize(MOST).build();

    /** @param update shows a modal of this id anew, and returns why that failed; empty if it didn't */
    Redraws(BiFunction<String, View, String> update) {
        this.update = update;
    }

    /** Shows one anew that was opened just now, unless something was filled in already: that is shown then. */
    void opened(View opened, UnaryOperator<View> redrawn) {
        if (begins(opened)) {
            redraw(opened.getId(), redrawn);
        }
    }

    /**
     * Shows it anew, or leaves that to the thread that does so already.
     *
     * @param at when it was filled in; what was so later has been taken in then, and this is left out
     */
    void changed(View filled, BigDecimal at, UnaryOperator<View> redrawn) {
        if (changes(filled, at)) {
            redraw(filled.getId(), redrawn);
        }
    }

    private void redraw(String id, UnaryOperator<View> redrawn) {
        try {
            for (Optional<View> next = next(id); next.isPresent(); next = next(id)) {
                String why = update.apply(id, redrawn.apply(next.get()));
                if (!why.isEmpty()) {
                    LOG.info("A form wasn't shown anew: {}", why);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("A form couldn't be shown anew", e);
            over(id);
        }
    }

    private synchronized boolean begins(View opened) {
        return times.getIfPresent(opened.getId()) == null
                && newest.putIfAbsent(opened.getId(), Optional.of(opened)) == null;
    }

    private synchronized boolean changes(View filled, BigDecimal at) {
        BigDecimal last = times.asMap().merge(filled.getId(), at, BigDecimal::max);
        return last.compareTo(at) == 0 && newest.put(filled.getId(), Optional.of(filled)) == null;
    }

    /** Takes what was filled in last; once there is nothing more, the modal is forgotten in the same moment. */
    private synchronized Optional<View> next(String id) {
        Optional<View> next = newest.getOrDefault(id, Optional.empty());
        if (next.isPresent()) {
            newest.put(id, Optional.empty());
        } else {
            newest.remove(id);
        }
        return next;
    }

    private synchronized void over(String id) {
        newest.remove(id);
    }
}
