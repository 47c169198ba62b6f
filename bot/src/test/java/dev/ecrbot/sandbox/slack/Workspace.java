package dev.ecrbot.sandbox.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a local Slack starts with. The bot itself is added to it. */
public record Workspace(
        String teamId,
        String domain,
        Optional<String> enterpriseId,
        List<Person> people,
        List<UserGroup> groups,
        List<Channel> channels) {

    public Workspace {
        people = List.copyOf(people);
        groups = List.copyOf(groups);
        channels = List.copyOf(channels);
    }

    /** Returns the same workspace as a part of an Enterprise Grid organization. */
    public Workspace inEnterprise(String id) {
        return new Workspace(teamId, domain, Optional.of(id), people, groups, channels);
    }

    /** Returns the workspace with one more channel. */
    public Workspace with(Channel channel) {
        List<Channel> more = new ArrayList<>(channels);
        more.add(channel);
        return new Workspace(teamId, domain, enterpriseId, people, groups, more);
    }

    /** Returns the workspace with one more person. */
    public Workspace with(Person person) {
        List<Person> more = new ArrayList<>(people);
        more.add(person);
        return new Workspace(teamId, domain, enterpriseId, more, groups, channels);
    }
}
