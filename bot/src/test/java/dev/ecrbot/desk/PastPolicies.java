package dev.ecrbot.desk;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.PolicyChange;
import dev.ecrbot.sandbox.ecr.PolicyText;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the local ECR has shown as policies, now and at each moment before. */
record PastPolicies(EcrModel ecr) {
    boolean isThere(PolicyHolder holder) {
        return !(holder instanceof Repository repository) || ecr.repositories().contains(repository);
    }

    Optional<String> now(PolicyHolder holder) {
        return ecr.policy(holder);
    }

    /** Returns when others than the bot wrote it, oldest first. */
    Stream<Instant> writtenByOthers(PolicyHolder holder) {
        return ecr.history(holder).stream()
                .filter(change -> !change.by().principal().equals(SeedRegistry.BOT_ROLE))
                .map(PolicyChange::at);
    }

    /**
     * Returns what the policy was at that moment: where it was changed just then, what it became, and for what wasn't read back
     * after a write also what it was before.
     */
    List<Optional<String>> at(PolicyHolder holder, Optional<Instant> moment, boolean readBack) {
        if (moment.isEmpty()) {
            return List.of(ecr.policy(holder));
        }
        List<PolicyText> shown = ecr.texts(holder);
        var texts = new ArrayList<Optional<String>>();
        shown.stream()
                .filter(text -> recorded(text.at()).equals(moment.get()))
                .map(PolicyText::text)
                .forEach(texts::add);
        // What a write made of it was read back; whom it names may have been deleted before or after that.
        boolean written = ecr.history(holder).stream()
                .anyMatch(change -> recorded(change.at()).equals(moment.get()));
        if (!written || !readBack) {
            texts.add(shown.stream()
                    .filter(text -> recorded(text.at()).isBefore(moment.get()))
                    .reduce((first, second) -> second)
                    .flatMap(PolicyText::text));
        }
        return texts;
    }

    /** Returns the moment as records have it, which have no more of one. */
    static Instant recorded(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
