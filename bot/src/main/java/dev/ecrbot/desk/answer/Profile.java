package dev.ecrbot.desk.answer;

import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.RuleStanding;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who somebody is to the bot, and what the rules let them do.
 *
 * @param groups whether they are in the user groups that rules list, by the group's id
 */
public record Profile(PersonId person, SortedMap<String, Membership> groups, List<RuleStanding> rules)
        implements Finding {
    public Profile {
        rules = List.copyOf(rules);
    }

    Profile(PersonId person, Map<String, Membership> groups, List<RuleStanding> rules) {
        this(person, new TreeMap<>(groups), rules);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.profile(this);
    }
}
