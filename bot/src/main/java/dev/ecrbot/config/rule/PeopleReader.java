package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Reads lists of people: ids of users and user groups. Machines may be among those who ask or look, and nowhere else. */
final class PeopleReader {
    private PeopleReader() {}

    static Optional<People> requesters(Item list) {
        return read(list, Optional.empty());
    }

    static Optional<People> approvers(Item list) {
        return read(list, Optional.of(RuleMistakes.anyoneApproves()));
    }

    static Optional<People> admins(Item list) {
        return read(list, Optional.of(RuleMistakes.anyoneIsAdmin()));
    }

    static Optional<People> notified(Item list) {
        return read(list, Optional.of(RuleMistakes.anyoneIsNotified()));
    }

    /**
     * @param notAnyone why anyone doesn't fit here; empty if it does
     */
    private static Optional<People> read(Item list, Optional<String> notAnyone) {
        boolean anyone = false;
        var users = new LinkedHashSet<String>();
        var groups = new LinkedHashSet<String>();
        var machines = new LinkedHashSet<String>();
        for (Item item : list.list()) {
            String id = item.text().orElse("");
            if (PersonId.isUser(id)) {
                users.add(id);
            } else if (People.isGroup(id)) {
                groups.add(id);
            } else if (id.equals("anyone") && notAnyone.isEmpty()) {
                anyone = true;
            } else if (id.equals("anyone")) {
                item.wrong(notAnyone.get());
            } else if (id.startsWith(People.MACHINE)) {
                machine(item, id, notAnyone.isEmpty()).ifPresent(machines::add);
            } else if (!id.isEmpty()) {
                item.wrong(notAnyone.isEmpty() ? RuleMistakes.nobodyNorMachine() : RuleMistakes.nobody(), id);
            }
        }
        return anyone || !users.isEmpty() || !groups.isEmpty() || !machines.isEmpty()
                ? Optional.of(new People(anyone, users, groups, machines))
                : Optional.empty();
    }

    private static Optional<String> machine(Item item, String id, boolean mayStandHere) {
        String name = id.substring(People.MACHINE.length());
        if (!mayStandHere) {
            return item.wrong(RuleMistakes.peopleOnly(), id);
        }
        return PersonId.isMachine(name) ? Optional.of(name) : item.wrong(ValueMistakes.noName(), name);
    }
}
