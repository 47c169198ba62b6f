package dev.ecrbot.desk.reload;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.tell.Courier;

/** Tells channels in Slack what is about no request. Thread-safe; bounded by the adapter's time-outs; never throws. */
public interface Herald {

    /** Tells the announcement's channel. */
    Courier.Delivery announce(Announcement announcement);
}
