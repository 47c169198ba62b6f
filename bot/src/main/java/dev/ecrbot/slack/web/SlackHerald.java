package dev.ecrbot.slack.web;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.reload.Herald;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.slack.channel.AnnouncementText;
import java.util.Optional;

/** Brings announcements to Slack's channels. */
public record SlackHerald(Web web) implements Herald {

    @Override
    public Delivery announce(Announcement announcement) {
        return web.post(announcement.channel(), new AnnouncementText(announcement).render(), Optional.empty())
                .visit(new DeliveryOf<>(Optional.empty()));
    }
}
