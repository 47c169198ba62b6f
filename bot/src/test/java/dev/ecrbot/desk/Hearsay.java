package dev.ecrbot.desk;

import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.sandbox.ecr.EcrModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What answers say, and what channels and answers say that others did: looked at once, as it is said. */
final class Hearsay {
    private static final Pattern NOTICED =
            Pattern.compile("Somebody other than ecr-bot changed the policy; it was noticed (\\S+)\\.");

    private final EcrModel ecr;
    private final List<String> untrue = new ArrayList<>();
    private long answersChecked;
    private long deedsChecked;
    private boolean timed = true;

    Hearsay(EcrModel ecr) {
        this.ecr = ecr;
    }

    /** From now on who did what is compared, and not when: the bot's clock isn't the local ECR's. */
    void untimed() {
        timed = false;
    }

    void announces(Announcement announcement) {
        announcement.changes().forEach(this::tells);
    }

    void answers(Answer answer, Instant asked, Instant now) {
        var verdict = new AnswerCheck(ecr, asked, now).of(answer);
        untrue.addAll(verdict.falsehoods());
        answersChecked += verdict.checked();
        if (answer instanceof Answer.Found found && found.finding() instanceof Audit audit) {
            tells(audit);
        }
        if (answer instanceof Answer.Found found && found.finding() instanceof Chronicle chronicle) {
            chronicle.entries().stream()
                    .flatMap(entry ->
                            entry instanceof Chronicle.Foreign foreign ? Stream.of(foreign.change()) : Stream.empty())
                    .forEach(this::tells);
        }
    }

    /** An audit says of a change by others no more than that there was one, and when it was noticed. */
    private void tells(Audit audit) {
        audit.findings().forEach(finding -> {
            Matcher noticed = NOTICED.matcher(finding.what());
            if (noticed.matches()) {
                tells(new ForeignChange(
                        0, finding.holder(), Optional.empty(), Instant.parse(noticed.group(1)), List.of(), false));
            }
        });
    }

    private void tells(ForeignChange told) {
        deedsChecked++;
        new DeedCheck(ecr, told, timed).falsehood().ifPresent(untrue::add);
    }

    List<String> untrue() {
        return List.copyOf(untrue);
    }

    long answersChecked() {
        return answersChecked;
    }

    long deedsChecked() {
        return deedsChecked;
    }
}
