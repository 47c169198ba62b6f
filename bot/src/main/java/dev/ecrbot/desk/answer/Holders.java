package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.holding.Holding;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who has an access to a repository, as far as the repository's side goes.
 *
 * @param named those who are named in its policies and may have it, or are kept from it by a Deny
 * @param others what is allowed to those of whom nobody can be asked about: everyone, or all but some
 * @param paging of all these, those whom nobody can be asked about first
 * @param newborn who would have it by the templates from which it can be made, where it isn't there
 */
public record Holders(
        Place place,
        Access access,
        List<Capability> named,
        List<Holding> others,
        Paging paging,
        List<Place.Newborn<List<Capability>>> newborn)
        implements Finding {
    public Holders {
        newborn = List.copyOf(newborn);
        named = List.copyOf(named);
        others = List.copyOf(others);
    }

    /** Returns whether anybody has it, or may have it. */
    public boolean anybody() {
        return Stream.concat(named.stream(), newborn.stream().flatMap(born -> born.says().stream()))
                        .anyMatch(says -> says.verdict() != Capability.Verdict.NO)
                || others.stream().anyMatch(Holding::allow);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.holders(this);
    }
}
