package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.slack.web.Web;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows modals anew as they are filled in: each one by one thread at a time, and of what was filled in meanwhile only the newest.
 * So the last that is shown is what was filled in last. Thread-safe.
 *
 * <p>Slack's hash isn't sent along. By it Slack would refuse each change that was on its way while the one before was being shown,
 * which is the newer one of the two, and nobody would see it. Where replicas share one modal the later of them wins; what is shown
 * names what it speaks of, and what is sent is judged anew.
 */
final class Redraws {
    private static final Logger LOG = LoggerFactory.getLogger(Redraws.class);

    private final Web web;
    /** For each modal that is being shown anew what was filled in since. */
    private final Map<String, Optional<View>> newest = new HashMap<>();

    Redraws(Web web) {
        this.web = web;
    }

    /** Shows one anew that was opened just now, unless something was filled in already: that is shown then. */
    void opened(View opened, UnaryOperator<View> redrawn) {
        if (begins(opened)) {
            redraw(opened.getId(), redrawn);
        }
    }

    /** Shows it anew, or leaves that to the thread that does so already. */
    void changed(View filled, UnaryOperator<View> redrawn) {
        if (changes(filled)) {
            redraw(filled.getId(), redrawn);
        }
    }

    private void redraw(String id, UnaryOperator<View> redrawn) {
        try {
            for (Optional<View> next = next(id); next.isPresent(); next = next(id)) {
                String why = web.updateView(id, redrawn.apply(next.get())).why();
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
        return newest.putIfAbsent(opened.getId(), Optional.of(opened)) == null;
    }

    private synchronized boolean changes(View filled) {
        return newest.put(filled.getId(), Optional.of(filled)) == null;
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
