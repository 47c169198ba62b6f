package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Birth;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.policy.lint.LintFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told beside who has access.
 *
 * @param view which of the entries are shown
 * @param age how old it is; empty if the policies were read just now
 * @param births what a repository of this name would get from creation templates
 * @param copies where its images are copied to, and come from
 * @param around when these two were read, as far as it is known
 * @param findings what is wrong with the policy
 * @param steps what whoever asked may do with the bot's grants in it
 * @param takeables what of others' entries in it they may ask to have as grants of the bot's
 */
public record StatusExtras(
        View view,
        Optional<Age> age,
        List<Birth> births,
        Copies copies,
        Optional<Instant> around,
        List<LintFinding> findings,
        List<GrantSteps> steps,
        List<Takeable> takeables) {
    /** There is nothing else to tell. */
    public static final StatusExtras NONE = new StatusExtras(
            View.ALL, Optional.empty(), List.of(), Copies.NONE, Optional.empty(), List.of(), List.of(), List.of());

    /**
     * Which of the entries are shown.
     *
     * @param word that stands in them
     * @param question what to type for the first page, after {@code /ecr}
     * @param page from 1
     */
    public record View(Optional<String> word, String question, int page) {
        /** All, from the first on. */
        public static final View ALL = new View(Optional.empty(), "status", 1);
    }

    public StatusExtras {
        births = List.copyOf(births);
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
        takeables = List.copyOf(takeables);
    }
}
