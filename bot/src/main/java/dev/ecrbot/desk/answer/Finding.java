package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.checkup.Checkup;

/** What was found out for somebody who asked; told to them alone. */
public sealed interface Finding
        permits Explanation,
                Possibility,
                Holders,
                Story,
                Chronicle,
                Profile,
                RuleBook,
                Reach,
                PersonsAccess,
                Audit,
                Drift,
                Exported,
                Sheet,
                HomePage,
                Finding.CheckedUp {

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T explanation(Explanation explanation);

        T possibility(Possibility possibility);

        T holders(Holders holders);

        T story(Story story);

        T chronicle(Chronicle chronicle);

        T profile(Profile profile);

        T ruleBook(RuleBook ruleBook);

        T reach(Reach reach);

        T personsAccess(PersonsAccess access);

        T audit(Audit audit);

        T drift(Drift drift);

        T exported(Exported exported);

        T sheet(Sheet sheet);

        T home(HomePage home);

        T checkedUp(CheckedUp checkedUp);
    }

    /** How the bot's own set-up is. */
    record CheckedUp(Checkup checkup) implements Finding {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.checkedUp(this);
        }
    }
}
