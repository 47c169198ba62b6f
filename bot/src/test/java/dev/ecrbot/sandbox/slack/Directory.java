package dev.ecrbot.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people and groups of a workspace, who come, go and change. */
final class Directory {

    private final Workspace workspace;
    private final Changes changes;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, UserGroup> groups = new LinkedHashMap<>();

    Directory(Workspace workspace, Changes changes) {
        this.workspace = workspace;
        this.changes = changes;
        workspace.people().forEach(person -> people.put(person.id(), person));
        workspace.groups().forEach(group -> groups.put(group.id(), group));
        Person bot = new Person(Bot.USER, Bot.NAME, Bot.NAME, workspace.teamId(), "Etc/UTC", Person.Kind.BOT);
        people.put(bot.id(), bot);
    }

    String teamId() {
        return workspace.teamId();
    }

    String domain() {
        return workspace.domain();
    }

    Optional<String> enterpriseId() {
        return workspace.enterpriseId();
    }

    synchronized Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    synchronized Optional<UserGroup> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    synchronized List<UserGroup> groups() {
        return List.copyOf(groups.values());
    }

    void put(Person person) {
        synchronized (this) {
            people.put(person.id(), person);
        }
        changes.happened();
    }

    void put(UserGroup group) {
        synchronized (this) {
            groups.put(group.id(), group);
        }
        changes.happened();
    }
}
