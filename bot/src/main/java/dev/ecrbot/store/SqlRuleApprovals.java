package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.RuleApprovals;
import java.time.LocalDate;

/** The table {@code rule_approval}: one row for each rule and day. */
final class SqlRuleApprovals implements RuleApprovals {
    private final Statements statements;

    SqlRuleApprovals(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean take(String rule, LocalDate day, int most) {
        Values key = key(rule, day);
        statements.insertIfAbsent("rule_approval", key.number("number", 0));
        // The row is locked from here on, so whoever counts at the same moment counts what this one leaves.
        return statements.run(
                        "UPDATE rule_approval SET number = number + 1 WHERE rule = :rule AND on_day = :on_day AND number < :most",
                        key(rule, day).number("most", most))
                == 1;
    }

    private static Values key(String rule, LocalDate day) {
        return new Values().text("rule", rule).text("on_day", day.toString());
    }
}
