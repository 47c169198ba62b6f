package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.Access;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody has an access to a repository, as far as the repository's side goes.
 *
 * @param within whether they are of the repository's own account, where their own side is enough
 * @param newborn what the templates would make of it from which it can be made, where it isn't there
 * @param ask the words after {@code /ecr} that ask for it, where that would help
 */
public record Possibility(
        Place place,
        Access access,
        Capability says,
        boolean within,
        List<Place.Newborn<Capability>> newborn,
        Optional<String> ask)
        implements Finding {
    public Possibility {
        newborn = List.copyOf(newborn);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.possibility(this);
    }
}
