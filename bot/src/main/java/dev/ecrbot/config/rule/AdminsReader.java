package dev.ecrbot.config.rule;

import dev.ecrbot.config.Admins;
import dev.ecrbot.config.file.ChannelReader;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.rules.People;
import java.util.Optional;

/** Reads who looks after the bot itself; named as the people of rules are. */
public final class AdminsReader {

    private AdminsReader() {}

    /** Reads the section. */
    public static Optional<Admins> read(Item item) {
        return item.section().flatMap(section -> {
            try (section) {
                Optional<People> who = section.required("who").flatMap(PeopleReader::admins);
                Optional<String> channel = section.optional("channel").flatMap(ChannelReader::read);
                return who.map(people -> new Admins(people, channel));
            }
        });
    }
}
