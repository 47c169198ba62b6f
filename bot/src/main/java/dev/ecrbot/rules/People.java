package dev.ecrbot.rules;

import dev.ecrbot.problem.PersonProblems;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people a rule lists, and the machines; never nobody.
 *
 * @param anyone every member of the workspace, and no machine
 * @param users ids of users (U… or W…)
 * @param groups ids of user groups (S…)
 * @param machines names of machines; none among those who decide
 */
public record People(boolean anyone, Set<String> users, Set<String> groups, Set<String> machines) {
    /** What stands before a machine's name where people can stand, too. */
    public static final String MACHINE = "machine:";

    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{1,30}");
    private static final int SHOWN = 12;

    public People {
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
        machines = Set.copyOf(machines);
        if (!anyone && users.isEmpty() && groups.isEmpty() && machines.isEmpty()) {
            throw new IllegalArgumentException("a rule lists somebody");
        }
        if (!users.stream().allMatch(PersonId::isUser) || !groups.stream().allMatch(People::isGroup)) {
            throw new IllegalArgumentException("people are listed by user id (U… or W…) and user group id (S…)");
        }
        if (!machines.stream().allMatch(PersonId::isMachine)) {
            throw new IllegalArgumentException("machines are listed by their names");
        }
    }

    /** People, and no machine. */
    public People(boolean anyone, Set<String> users, Set<String> groups) {
        this(anyone, users, groups, Set.of());
    }

    /** Returns every member. */
    public static People everyone() {
        return new People(true, Set.of(), Set.of());
    }

    /** Returns whether the text has the form of a user group's id. */
    public static boolean isGroup(String text) {
        return GROUP.matcher(text).matches();
    }

    /** Returns the groups whose members have to be looked up for a verdict on this person: none if the id is listed itself. */
    public Set<String> groupsToAsk(PersonId person) {
        return anyone || person.isMachine() || users.contains(person.user()) ? Set.of() : groups;
    }

    /** Returns whether the person is listed, by id or through a group; unknown where a group that can't be asked decides. */
    public Membership listed(Facts facts) {
        if (facts.person().isMachine()) {
            return machines.contains(facts.person().user()) ? Membership.YES : Membership.NO;
        }
        Set<String> asked = groupsToAsk(facts.person());
        if (asked.isEmpty()) {
            return anyone || users.contains(facts.person().user()) ? Membership.YES : Membership.NO;
        }
        Set<Membership> answers = asked.stream().map(facts::in).collect(Collectors.toSet());
        return Stream.of(Membership.YES, Membership.UNKNOWN)
                .filter(answers::contains)
                .findFirst()
                .orElse(Membership.NO);
    }

    /** Returns these less those listed there; empty if nobody is left. */
    public Optional<People> without(People others) {
        var someUsers = new TreeSet<>(users);
        var someGroups = new TreeSet<>(groups);
        someUsers.removeAll(others.users);
        someGroups.removeAll(others.groups);
        var someMachines = new TreeSet<>(machines);
        someMachines.removeAll(others.machines);
        return anyone || !someUsers.isEmpty() || !someGroups.isEmpty() || !someMachines.isEmpty()
                ? Optional.of(new People(anyone, someUsers, someGroups, someMachines))
                : Optional.empty();
    }

    /** Returns these and those. */
    public People and(People others) {
        var allUsers = new TreeSet<>(users);
        var allGroups = new TreeSet<>(groups);
        allUsers.addAll(others.users);
        allGroups.addAll(others.groups);
        var allMachines = new TreeSet<>(machines);
        allMachines.addAll(others.machines);
        return new People(anyone || others.anyone, allUsers, allGroups, allMachines);
    }

    /** Returns those who are listed themselves, and not through a group. */
    public Optional<People> persons() {
        return users.isEmpty() ? Optional.empty() : Optional.of(new People(false, users, Set.of()));
    }

    /** Returns how these people are named to one of them, who isn't meant. */
    String namedTo(PersonId person) {
        Set<String> others = new TreeSet<>(users);
        others.remove(person.user());
        return anyone || (others.isEmpty() && groups.isEmpty())
                ? PersonProblems.anyoneElse()
                : new People(false, others, groups).toString();
    }

    /** Returns all ids of Slack's that are listed. */
    Set<String> ids() {
        return Stream.concat(users.stream(), groups.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the ids in a fixed order, users first, machines last; a long list ends with how many more there are. */
    @Override
    public String toString() {
        Stream<String> people = anyone
                ? Stream.of("anyone")
                : Stream.concat(new TreeSet<>(users).stream(), new TreeSet<>(groups).stream());
        return Words.list(
                Stream.concat(people, new TreeSet<>(machines).stream().map(name -> MACHINE + name))
                        .toList(),
                SHOWN);
    }
}
