package dev.ecrbot.config;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.Choice;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Targets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/** Reads one rule. */
final class RuleReader {
    private static final String KINDS = "takes role, user, account or organization";

    private final PatternReader patterns;
    private final TargetsReader targets;
    private final AccessCatalogue accesses;

    RuleReader(ReadRegistries registries, TargetsReader targets, AccessCatalogue accesses) {
        this.patterns = new PatternReader(registries);
        this.targets = targets;
        this.accesses = accesses;
    }

    Optional<Rule> read(Section section, Function<Item, Optional<String>> nameReader) {
        try (section) {
            Optional<String> name = section.required("name").flatMap(nameReader);
            List<RepositoryPattern> repositories =
                    section.required("repositories").map(patterns::read).orElse(List.of());
            boolean givesPatterns =
                    section.optional("patterns").flatMap(Item::flag).orElse(false);
            Set<Access> access = section.required("access")
                    .map(item -> words(item, accesses::byWord, "takes " + Choice.of(accesses.words())))
                    .orElse(Set.of());
            Optional<Targets> to = section.required("to").flatMap(targets::read);
            Set<PrincipalKind> principals =
                    section.optional("principals").map(item -> kinds(item, to)).orElseGet(() -> usual(to));
            Optional<People> requesters = section.required("requesters").flatMap(PeopleReader::requesters);
            Optional<People> approvers = section.required("approvers").flatMap(PeopleReader::approvers);
            int approvals = section.optional("approvals")
                    .flatMap(item -> approvals(item, approvers))
                    .orElse(1);
            boolean selfApproval =
                    section.optional("self_approval").flatMap(Item::flag).orElse(false);
            Optional<String> channel = section.required("channel").flatMap(ChannelReader::read);
            Optional<Duration> maxDuration = section.optional("max_duration").flatMap(Spans::read);
            ReasonRule reason =
                    section.optional("reason").flatMap(RuleReader::reason).orElse(new ReasonRule.Free());
            Handling handling = HandlingReader.read(section);
            if (name.isEmpty()
                    || repositories.isEmpty()
                    || access.isEmpty()
                    || to.isEmpty()
                    || principals.isEmpty()
                    || requesters.isEmpty()
                    || approvers.isEmpty()
                    || channel.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Rule(
                    name.get(),
                    repositories,
                    givesPatterns,
                    access,
                    to.get(),
                    principals,
                    requesters.get(),
                    approvers.get(),
                    approvals,
                    selfApproval,
                    channel.get(),
                    maxDuration,
                    reason,
                    handling));
        }
    }

    /** Organizations only where the rule names one, so that nobody finds out by chance that they are meant. */
    private static Set<PrincipalKind> usual(Optional<Targets> to) {
        return to.filter(targets -> !targets.organizations().isEmpty()).isPresent()
                ? Set.of(PrincipalKind.values())
                : Set.of(PrincipalKind.ROLE, PrincipalKind.USER, PrincipalKind.ACCOUNT);
    }

    private static Set<PrincipalKind> kinds(Item list, Optional<Targets> to) {
        Set<PrincipalKind> kinds = words(list, RuleReader::kind, KINDS);
        boolean organizations =
                to.filter(targets -> !targets.organizations().isEmpty()).isPresent();
        if (organizations && !kinds.isEmpty() && !kinds.contains(PrincipalKind.ORGANIZATION)) {
            list.wrong("leaves out organization, but “to” names one: take it out there, or add organization here");
        }
        return kinds;
    }

    private static <T> Set<T> words(Item list, Function<String, Optional<T>> byWord, String right) {
        var found = new LinkedHashSet<T>();
        for (Item item : list.list()) {
            item.text()
                    .flatMap(word -> byWord.apply(word).or(() -> item.wrong(right, word)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<PrincipalKind> kind(String word) {
        return Arrays.stream(PrincipalKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    /** Members of groups can't be counted here; for listed users, more approvals than people would leave every request waiting. */
    private static Optional<Integer> approvals(Item item, Optional<People> approvers) {
        return item.wholeNumber(1, Integer.MAX_VALUE).flatMap(number -> {
            Optional<Integer> most = approvers
                    .filter(people -> people.groups().isEmpty())
                    .map(people -> people.users().size());
            return most.isPresent() && number > most.get()
                    ? item.wrong("asks for " + number + " approvals, but the number of approvers is " + most.get())
                    : Optional.of(number);
        });
    }

    private static Optional<ReasonRule> reason(Item item) {
        return item.text().flatMap(text -> switch (text) {
            case "optional" -> Optional.of(new ReasonRule.Free());
            case "required" -> Optional.of(new ReasonRule.Required());
            default -> matching(item, text);
        });
    }

    private static Optional<ReasonRule> matching(Item item, String expression) {
        try {
            return Optional.of(new ReasonRule.Matching(expression));
        } catch (PatternSyntaxException e) {
            return item.wrong(
                    "takes optional, required or a regular expression; this one fails (" + e.getDescription() + " at "
                            + (e.getIndex() + 1) + ")",
                    expression);
        }
    }
}
