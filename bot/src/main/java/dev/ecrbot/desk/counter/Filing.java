package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.rules.Rule;
import java.util.Optional;

/** An ask that a rule has let in. */
record Filing(Asker asker, Command command, Change change, Rule rule, Ask ask, String key) {
    Filing withoutApproval() {
        return new Filing(asker, command, change, rule, ask.withoutApproval(), key);
    }

    /** Returns what the request keeps of the ask. */
    static Ask ask(Asker asker, Rule rule, Optional<String> reason, boolean endFromRule) {
        return Ask.letIn(rule, asker.person(), asker.from(), reason, endFromRule);
    }
}
