package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.answer.Drift;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Exported;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.answer.HomePage;
import dev.ecrbot.desk.answer.PersonsAccess;
import dev.ecrbot.desk.answer.Possibility;
import dev.ecrbot.desk.answer.PrincipalReach;
import dev.ecrbot.desk.answer.Profile;
import dev.ecrbot.desk.answer.RuleBook;
import dev.ecrbot.desk.answer.Sheet;
import dev.ecrbot.desk.answer.Story;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Rendered;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes what was found out for a question.
 *
 * @param links the address of a card, where it can be told
 */
public record FindingMessage(Function<CardRef, Optional<String>> links, DisplayNames names)
        implements Finding.Visitor<Rendered> {

    /** Returns the message. */
    public Rendered render(Finding finding) {
        return finding.visit(this);
    }

    @Override
    public Rendered explanation(Explanation explanation) {
        return new ExplanationText(explanation, names).render();
    }

    @Override
    public Rendered possibility(Possibility possibility) {
        return new PossibilityText(possibility, names).render();
    }

    @Override
    public Rendered story(Story story) {
        return new StoryText(story, links, names).render();
    }

    @Override
    public Rendered chronicle(Chronicle chronicle) {
        return new ChronicleText(chronicle, links, names).render();
    }

    @Override
    public Rendered profile(Profile profile) {
        return new ProfileText(profile, names).render();
    }

    @Override
    public Rendered ruleBook(RuleBook ruleBook) {
        return new RuleBookText(ruleBook, names).render();
    }

    @Override
    public Rendered reach(PrincipalReach reach) {
        return new ReachText(reach, names).render();
    }

    @Override
    public Rendered personsAccess(PersonsAccess access) {
        return new PersonsAccessText(access, links, names).render();
    }

    @Override
    public Rendered audit(Audit audit) {
        return new AuditText(audit, names).render();
    }

    @Override
    public Rendered drift(Drift drift) {
        return new DriftText(drift, names).render();
    }

    @Override
    public Rendered exported(Exported exported) {
        return new ExportedText(exported, names).render();
    }

    @Override
    public Rendered sheet(Sheet sheet) {
        return new SheetText(sheet, names).render();
    }

    @Override
    public Rendered home(HomePage home) {
        return new HomeText(home, links, names).render();
    }

    @Override
    public Rendered choice(Finding.Choice choice) {
        return new ChoiceText(choice, names).render();
    }

    @Override
    public Rendered checkedUp(Finding.CheckedUp checkedUp) {
        return new CheckupText(checkedUp.checkup()).render();
    }

    @Override
    public Rendered holders(Holders holders) {
        return new HoldersText(holders, names).render();
    }

    @Override
    public Rendered renewed(Finding.Renewed renewed) {
        return new RenewalText(names).above(render(renewed.answer()), renewed.renewal());
    }

    @Override
    public Rendered promised(Finding.Promised promised) {
        return new RenewalText(names).promised(promised);
    }
}
