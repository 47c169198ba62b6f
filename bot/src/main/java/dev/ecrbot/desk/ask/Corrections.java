package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.Several;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what somebody most likely meant who named a repository that isn't there: the same ask about the only one that they can have
 * meant. Nobody learns a name by that which not everybody is told of. Thread-safe.
 *
 * @param known the repositories that everybody is told of, as far as they are known to this person
 */
public record Corrections(
        CommandParser parser, Function<PersonId, List<RepositoryRef>> known, Judging judging, BotConfig config) {
    /** People paste whole lines. */
    private static final String SLASH = "/ecr ";

    private static final Set<Code> NOT_THERE = EnumSet.of(Code.NO_RULE, Code.REPOSITORY_NOT_FOUND);

    /**
     * An ask in place of another.
     *
     * @param why what stands in the way of the other
     */
    public record Corrected(Command command, Line line, Problem why) {
        /** Returns the repository that it is about, with its registry and Region. */
        String repository() {
            return singles(command).map(one -> one.target().text()).distinct().collect(Collectors.joining(", "));
        }
    }

    /** Returns what was meant by a command that was refused; empty where nothing better is known. */
    public Optional<Corrected> of(PersonId person, Command command, CommandText typed, Problem refused) {
        String text = typed.typed();
        return NOT_THERE.contains(refused.code())
                ? near(
                        person,
                        command,
                        new Line(text.startsWith(SLASH) ? text.substring(SLASH.length()) : text),
                        refused)
                : Optional.empty();
    }

    /** Returns what was meant by a command that nobody has refused yet; empty where its rules are for it as it is. */
    public Optional<Corrected> of(PersonId person, Command command, Line typed) {
        return singles(command)
                .filter(one -> config.rules().find(Wanted.subject(one)).isEmpty())
                .findFirst()
                .map(one -> config.rules().none(Wanted.subject(one), config.accounts()))
                .flatMap(why -> near(person, command, typed, why));
    }

    private Optional<Corrected> near(PersonId person, Command command, Line typed, Problem why) {
        List<TargetRef> named = singles(command)
                .map(Command.Single::target)
                .filter(ref -> ref.target() instanceof Repository)
                .distinct()
                .toList();
        List<RepositoryRef> all = named.isEmpty() ? List.of() : known.apply(person);
        Optional<Corrected> found = Optional.empty();
        for (TargetRef ref : named) {
            if (isUnknown(person, ref, all)) {
                Corrected before = found.orElse(new Corrected(command, typed, why));
                found = only(person, before, ref, all);
                if (found.isEmpty()) {
                    return found;
                }
            }
        }
        return found;
    }

    // Whoever may look at one of which not everybody is told knows what they wrote, and anybody else mustn't find out
    // that it is there.
    private boolean isUnknown(PersonId person, TargetRef ref, List<RepositoryRef> all) {
        return judging.viewers().isOpen(ref.registry(), ref.target())
                ? all.stream().noneMatch(one -> ref(one).equals(ref))
                : judging.viewers()
                        .refusal(person, ref.registry(), ref.target())
                        .isPresent();
    }

    private Optional<Corrected> only(PersonId person, Corrected before, TargetRef wrong, List<RepositoryRef> all) {
        List<Corrected> possible = NearNames.of(wrong, all).stream()
                .map(right -> Correction.of(parser, wrong, right))
                .flatMap(right -> right.in(before).filter(one -> mayAsk(person, one.command(), right.right())).stream())
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    /** Returns whether some rule lets this person ask for what is about that repository. */
    private boolean mayAsk(PersonId person, Command command, TargetRef right) {
        return singles(command)
                .filter(one -> one.target().equals(right))
                .allMatch(one -> config.rules()
                        .find(Wanted.subject(one))
                        .filter(rule -> judging.asks().mayAsk(rule, person).isEmpty())
                        .isPresent());
    }

    private static TargetRef ref(RepositoryRef ref) {
        return new TargetRef(ref.registry(), ref.repository());
    }

    /** Returns the changes that it asks others for; what takes effect at once is nothing to guess at. */
    static Stream<Command.Single> singles(Command command) {
        Stream<? extends Command> all =
                command instanceof Several several ? several.changes().stream() : Stream.of(command);
        return all.filter(Command.Single.class::isInstance)
                .map(Command.Single.class::cast)
                .filter(one -> !(one instanceof Command.Grant grant) || grant.manner() != Manner.BREAK_GLASS);
    }
}
