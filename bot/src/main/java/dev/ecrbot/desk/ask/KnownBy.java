package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells what grants and requests people mean by words that stand in them: the access, the repository, the account, the role, the
 * id. Immutable.
 */
public record KnownBy(CommandParser parser, Names names) {

    /** What a grant or a request is known by. */
    public record Known(String id, Target target, Principal principal, Optional<Access> access) {
        public static Known of(Grant grant) {
            return new Known(grant.id().toString(), grant.target(), grant.principal(), Optional.of(grant.access()));
        }

        public static Known of(Request request) {
            return new Known(
                    request.id().value(),
                    request.change().target(),
                    request.change().edit().principal(),
                    request.change().edit().accessIfNamed());
        }
    }

    /**
     * Those that every word stands in.
     *
     * @param unknown words that are no names here and stand in none, and so say nothing
     */
    public record Narrowed<T>(List<T> left, List<String> unknown) {}

    /** Narrows these down to those that are meant. */
    public <T> Narrowed<T> narrow(List<T> all, Function<T, Known> known, List<String> words) {
        List<T> left = all;
        var unknown = new ArrayList<String>();
        for (String word : words) {
            if (isAName(word) || all.stream().anyMatch(each -> is(known.apply(each), word))) {
                left = left.stream().filter(each -> is(known.apply(each), word)).toList();
            } else {
                unknown.add(word);
            }
        }
        return new Narrowed<>(left, List.copyOf(unknown));
    }

    /** Returns the repositories and patterns that the words can be; whether there are such is for others. */
    public List<TargetRef> targets(List<String> words) {
        return words.stream()
                .flatMap(KnownBy::items)
                .flatMap(word -> target(word).stream())
                .distinct()
                .toList();
    }

    /** A word that is one, wherever it stands: what it names and isn't there can't be left out. */
    private boolean isAName(String word) {
        return items(word)
                .allMatch(each -> each.contains("/")
                        || each.contains(":")
                        || account(each).isPresent()
                        || names.organization(each).isPresent()
                        || names.accesses()
                                .byWord(each.toLowerCase(Locale.ROOT))
                                .isPresent());
    }

    private boolean is(Known known, String word) {
        return items(word).anyMatch(each -> fits(known, each) || fits(known, singular(each)));
    }

    private static Stream<String> items(String word) {
        return Stream.of(word.split(",")).filter(each -> !each.isBlank());
    }

    /** “The sales account's”, typed without the apostrophe. */
    private static String singular(String word) {
        return word.length() > 1 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private boolean fits(Known known, String word) {
        return isId(known, word)
                || known.access()
                        .filter(access -> access.word().equalsIgnoreCase(word))
                        .isPresent()
                || isTarget(known, word)
                || isWhom(known, word)
                || isBoth(known, word);
    }

    private static boolean isId(Known known, String word) {
        return known.id().equalsIgnoreCase(word) || known.id().equalsIgnoreCase("req-" + word);
    }

    private boolean isTarget(Known known, String word) {
        return known.target().text().equalsIgnoreCase(word)
                || target(word)
                        .filter(ref -> ref.target().equals(known.target()))
                        .isPresent();
    }

    private boolean isWhom(Known known, String word) {
        String whom = known.principal().text().toLowerCase(Locale.ROOT);
        String lower = word.toLowerCase(Locale.ROOT);
        return whom.equals(lower)
                || whom.endsWith("/" + lower)
                || whom.endsWith(":" + lower)
                || names.organization(word)
                        .filter(organization -> whom.contains(organization.value()))
                        .isPresent()
                || account(word)
                        .filter(account -> known.principal().account().equals(Optional.of(account)))
                        .isPresent();
    }

    /** An account and a role in one word: {@code sales/ci-deployer}. */
    private boolean isBoth(Known known, String word) {
        int cut = cut(word);
        return cut > 0
                && cut < word.length() - 1
                && account(word.substring(0, cut)).isPresent()
                && isWhom(known, word.substring(0, cut))
                && isWhom(known, word.substring(cut + 1));
    }

    private static int cut(String word) {
        int slash = word.indexOf('/');
        int colon = word.indexOf(':');
        return slash < 0 || (colon >= 0 && colon < slash) ? colon : slash;
    }

    private Optional<AccountId> account(String word) {
        return names.account(word).or(() -> AccountId.parse(word));
    }

    private Optional<TargetRef> target(String word) {
        return parser.parse(new Line("status \"" + word + "\"").sent())
                .<Optional<Command>>visit(
                        understood -> Optional.of(understood.command()), misunderstood -> Optional.empty())
                .filter(Command.Status.class::isInstance)
                .map(command -> ((Command.Status) command).target());
    }
}
