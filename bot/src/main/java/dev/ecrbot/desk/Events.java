package dev.ecrbot.desk;

import java.util.List;

/** What happened, append-only. */
public interface Events {
    void add(Event event);

    /** Returns a request's events in order. */
    List<Event> of(RequestId request);
}
