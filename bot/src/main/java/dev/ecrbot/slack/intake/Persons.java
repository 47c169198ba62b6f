package dev.ecrbot.slack.intake;

import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.web.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the ids of a delivery into a person, the same one wherever in the organization they type or click.
 *
 * <p>On Enterprise Grid a delivery from within the organization names a person's workspace, of which there may be several,
 * so the organization's id stands for all of them; that the person really belongs to it is for the directory to find out.
 */
public record Persons(Identity identity) {

    /**
     * Returns the person, or empty where the ids aren't such: no machine comes by way of Slack.
     *
     * @param userTeam the user's own team; Slack names it for clicks
     * @param team where the person typed or clicked
     * @param enterprise the organization it happened in
     */
    public Optional<PersonId> person(
            @Nullable String user, @Nullable String userTeam, @Nullable String team, @Nullable String enterprise) {
        Optional<String> own = Optional.ofNullable(userTeam).or(() -> Optional.ofNullable(team));
        if (user == null || own.isEmpty()) {
            return Optional.empty();
        }
        boolean home = own.get().equals(identity.team())
                || own.get().equals(identity.home())
                || identity.enterprise().filter(e -> e.equals(enterprise)).isPresent();
        try {
            return Optional.of(new PersonId(home ? identity.home() : own.get(), user))
                    .filter(person -> !person.isMachine());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
