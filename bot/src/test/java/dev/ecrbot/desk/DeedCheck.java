package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.PolicyChange;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether others, and nobody but them, did what is said of them: by the journal of all writes that the local ECR keeps. It shares
 * no code with what tells them from the bot.
 *
 * @param timed whether when they did it has to be right, too
 */
record DeedCheck(EcrModel ecr, ForeignChange told, boolean timed) {
    private static final ObjectMapper JSON = new ObjectMapper();
    // What is noticed is dated by when AWS was asked, and since when by a clock that may be another's.
    private static final Duration BLUR = Duration.ofSeconds(25);

    /** Returns what isn't so; empty if it is. */
    Optional<String> falsehood() {
        if (told.on() instanceof Repository repository && !ecr.repositories().contains(repository)) {
            return Optional.empty();
        }
        List<PolicyChange> journal = ecr.history(told.on());
        if (told.steps().isEmpty()) {
            return journal.stream().anyMatch(change -> isForeign(change) && isThen(change))
                    ? Optional.empty()
                    : Optional.of("somebody else is said to have changed " + told + ", and nobody has");
        }
        int past = 0;
        for (int i = 0; i < told.steps().size(); i++) {
            int from = past;
            boolean first = i == 0;
            ForeignChange.Step step = told.steps().get(i);
            Optional<Integer> end = IntStream.range(past, journal.size())
                    .filter(last -> same(text(journal, last + 1), step.to()))
                    .filter(last -> IntStream.rangeClosed(from, last)
                            .anyMatch(begin -> same(text(journal, begin), step.from())
                                    && journal.subList(begin, last + 1).stream().allMatch(this::isForeignThen)
                                    && (first
                                            || journal.subList(from, begin).stream()
                                                    .anyMatch(DeedCheck::isOwn))))
                    .boxed()
                    .findFirst();
            if (end.isEmpty()) {
                return Optional.of("others are said to have made " + step.to().text() + " of "
                        + step.from().text() + " on " + told.on().label() + " between " + told.since() + " and "
                        + told.noticed() + "; the journal: " + shown(journal));
            }
            past = end.get() + 1;
        }
        return Optional.empty();
    }

    private boolean isForeignThen(PolicyChange change) {
        return isForeign(change) && isThen(change);
    }

    private static boolean isForeign(PolicyChange change) {
        return !isOwn(change);
    }

    private static boolean isOwn(PolicyChange change) {
        return change.by().principal().equals(SeedRegistry.BOT_ROLE);
    }

    private boolean isThen(PolicyChange change) {
        Instant since = told.since().orElse(Instant.EPOCH);
        boolean then = !change.at().isBefore(since.minus(BLUR))
                && !change.at().isAfter(told.noticed().plus(BLUR));
        return !timed || then;
    }

    /** Returns what the policy was after so many changes. */
    private static Optional<String> text(List<PolicyChange> journal, int changes) {
        return changes == 0 ? Optional.empty() : journal.get(changes - 1).text();
    }

    private boolean same(Optional<String> text, PolicyDocument said) {
        return meaning(text).equals(meaning(said.isEmpty() ? Optional.empty() : Optional.of(said.text())));
    }

    private String meaning(Optional<String> text) {
        try {
            JsonNode tree = JSON.readTree(text.orElse("{}"));
            return tree.path("Statement").isEmpty() ? "" : meaning(tree, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands alone is a list of one, order is nothing, an account's id is its root, and who was deleted is who they were. */
    private String meaning(JsonNode node, boolean principal) {
        if (node instanceof ObjectNode object) {
            Map<String, String> sorted = new TreeMap<>();
            object.properties()
                    .forEach(each -> sorted.put(
                            each.getKey(),
                            meaning(each.getValue(), each.getKey().equals("AWS"))));
            return sorted.toString();
        }
        Stream<JsonNode> all = node.isArray() ? IntStream.range(0, node.size()).mapToObj(node::get) : Stream.of(node);
        return all.map(each -> each.isContainerNode()
                        ? meaning(each, principal)
                        : principal ? name(each.asText()) : each.asText())
                .sorted()
                .distinct()
                .toList()
                .toString();
    }

    private String name(String principal) {
        return principal.matches("\\d{12}")
                ? "arn:aws:iam::" + principal + ":root"
                : ecr.iam().everArn(principal).orElse(principal);
    }

    private static String shown(List<PolicyChange> journal) {
        return journal.stream()
                .map(change -> change.at()
                        + (isOwn(change) ? " the bot " : " others ")
                        + change.text().orElse("none"))
                .toList()
                .toString();
    }
}
