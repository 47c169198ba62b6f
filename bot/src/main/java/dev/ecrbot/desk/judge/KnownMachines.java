package dev.ecrbot.desk.judge;

import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows machines by the configuration, and hands on what is asked about people: nothing about a machine ever goes to where people are
 * looked up.
 *
 * @param machines which there are; empty if none may ask
 */
public record KnownMachines(Directory people, Optional<MachineSettings> machines) implements Directory {
    @Override
    public Facts facts(PersonId person, Set<String> groups, Freshness freshness) {
        if (!person.isMachine()) {
            return people.facts(person, groups, freshness);
        }
        boolean known = machines.flatMap(settings -> settings.find(person)).isPresent();
        return new Facts(person, known ? Standing.MACHINE : Standing.FORMER_MACHINE, Map.of());
    }

    @Override
    public Optional<PersonId> member(String user) {
        return people.member(user);
    }

    @Override
    public Optional<Set<String>> members(String group, Freshness freshness) {
        return people.members(group, freshness);
    }
}
