package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Subject;
import java.util.Optional;

/** Lets asks in: finds the rule that decides, and has it judge whoever asks. */
final class Admission {
    private final Judging judging;
    private final BotConfig config;

    Admission(Judging judging, BotConfig config) {
        this.judging = judging;
        this.config = config;
    }

    /**
     * Returns the rule that lets somebody ask.
     *
     * @throws ProblemException if none does, which is recorded
     */
    Rule admitted(Asker asker, Command command, Subject subject, Optional<String> reason) {
        Rule rule = admitted(asker, command.text(), subject);
        rule.checkReason(reason).ifPresent(problem -> {
            throw judging.refusals().ask(asker.person(), command.text(), problem);
        });
        return rule;
    }

    /** Returns whether some rule lets this person ask, as far as can be told without recording it. */
    boolean isOpenTo(PersonId person, Subject subject) {
        return config.rules()
                .find(subject)
                .filter(rule ->
                        judging.asks().requesters().refusal(rule, person).isEmpty())
                .isPresent();
    }

    /** As {@link #admitted(Asker, Command, Subject, Optional)}, where no reason was asked for yet. */
    Rule admitted(Asker asker, String text, Subject subject) {
        judging.refusals().asker(asker.person(), text);
        Rule rule = config.rules()
                .find(subject)
                .orElseThrow(() -> judging.refusals()
                        .ask(asker.person(), text, config.rules().none(subject, config.accounts())));
        Rule known = known(asker, text, rule, subject);
        boolean decides = subject.kind() == Subject.Kind.REVOKE
                && judging.asks().immediate().decides(known, asker.person());
        (decides ? Optional.<Problem>empty() : judging.asks().requesters().refusal(known, asker.person()))
                .ifPresent(problem -> {
                    throw judging.refusals().ask(asker.person(), text, problem);
                });
        return known;
    }

    private Rule known(Asker asker, String text, Rule rule, Subject subject) {
        try {
            return judging.owners().known(rule, subject.target());
        } catch (ProblemException e) {
            throw judging.refusals().ask(asker.person(), text, e.problem());
        }
    }
}
