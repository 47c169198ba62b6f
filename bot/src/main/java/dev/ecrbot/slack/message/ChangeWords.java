package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.EditVisitor;
import dev.ecrbot.policy.plan.TakeOver;

/**
 * What a change is called, as parts of sentences.
 *
 * @param asked as it stands after “asks”
 * @param thing as a thing
 * @param past as it stands after “which”, once it is done
 * @param undone what comes of undoing it, or came of it if it is an undo: a sentence without its end
 */
record ChangeWords(String asked, String thing, String past, String undone) {

    /** Finds the words for each kind of change. */
    record ByKind(RequestSummary summary) implements EditVisitor<ChangeWords> {
        @Override
        public ChangeWords grant(Edit.Grant grant) {
            String given = summary.given();
            return new ChangeWords(
                    "for " + given,
                    given,
                    "gave " + given,
                    summary.access() + " on " + summary.target() + " was taken away from " + summary.principal()
                            + " again");
        }

        @Override
        public ChangeWords takeOver(TakeOver takeOver) {
            String given = summary.given() + ", in place of what others wrote";
            return new ChangeWords(
                    "for " + given,
                    given,
                    "gave " + given,
                    "what others had written for " + summary.principal() + " on " + summary.target()
                            + " stands there again, in place of ecr-bot's grant");
        }

        @Override
        public ChangeWords extend(Edit.Extend extend) {
            String given = summary.given();
            return new ChangeWords(
                    "to extend " + given, "extending " + given, "extended " + given, given + " has its old end again");
        }

        @Override
        public ChangeWords revoke(Edit.Revoke revoke) {
            return taking("took " + away());
        }

        @Override
        public ChangeWords end(Edit.End end) {
            return taking("ended " + summary.given() + " before its time");
        }

        @Override
        public ChangeWords undo(Edit.Undo undo) {
            ChangeWords done = undo.done().visit(this);
            String which =
                    summary.request().change().undoes().map(RequestId::value).orElse("") + ", which " + done.past();
            return new ChangeWords("to undo " + which, "undoing " + which, "undid " + which, done.undone());
        }

        private ChangeWords taking(String past) {
            return new ChangeWords(
                    "to take " + away(),
                    "taking " + away(),
                    past,
                    "what it had taken away on " + summary.target() + " was given back to " + summary.principal());
        }

        private String away() {
            return summary.what() + " on " + summary.target() + " away from " + summary.principal();
        }
    }
}
