package dev.ecrbot.machine;

import java.util.List;

/** Hands out the audit trail, as much at once as goes into one answer. */
@FunctionalInterface
public interface AuditPages {
    /** Returns what was recorded after the event with this place; nothing where that was the last. */
    Page after(long seq);

    /**
     * Some events, in order.
     *
     * @param lines each as one JSON object
     * @param last the place of the last of them; that which was asked for where there are none
     */
    record Page(List<String> lines, long last) {
        public Page {
            lines = List.copyOf(lines);
        }
    }
}
