package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.PrincipalRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what of others' statements somebody may ask to have as a grant of the bot's. */
record TakeOvers(Admission admission, AccessCatalogue accesses) {
    // More buttons than this don't fit into a message.
    private static final int MOST = 20;

    List<Takeable> of(PersonId person, TargetRef target, List<StatusLine> lines) {
        return lines.stream()
                .filter(line -> line.grants().isEmpty() && !line.lost())
                .map(StatusLine::holding)
                // The bot's own grants have no conditions but an end: in place of one, they would give more than there
                // was.
                .filter(holding -> holding.allow() && !holding.ours() && !holding.conditional())
                .filter(holding -> holding.principal() instanceof Principal.Grantable)
                .flatMap(holding -> takeable(person, target, holding))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<Takeable> takeable(PersonId person, TargetRef target, Holding holding) {
        return access(holding).stream()
                .filter(access -> admission.isOpenTo(
                        person,
                        new Subject(
                                Subject.Kind.GRANT,
                                target.registry(),
                                target.target(),
                                Optional.of(access),
                                holding.principal())))
                .map(access -> new Takeable(holding.principal(), access, line(target, holding.principal(), access)));
    }

    private static Line line(TargetRef target, Principal principal, Access access) {
        return new Line(new Command.Grant(
                        access, target, new PrincipalRef(principal), new Until.None(), Optional.empty(), Manner.INSTEAD)
                .text());
    }

    /** Returns the smallest access with which nobody has less than before; else the widest of what they have. */
    private Optional<Access> access(Holding holding) {
        return accesses.smallest(access -> access.actions().containsAll(holding.actions()))
                .or(() -> accesses.accesses().stream()
                        .filter(access ->
                                access.actions().stream().allMatch(one -> AccessWords.covers(holding.actions(), one)))
                        .max(Comparator.comparingInt(access -> access.actions().size())));
    }
}
