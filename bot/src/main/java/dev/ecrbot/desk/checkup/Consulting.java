package dev.ecrbot.desk.checkup;

import dev.ecrbot.config.Admins;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/** Lets those have the bot's set-up looked at who look after the bot, and tells others who they are. Thread-safe. */
public record Consulting(Clinic clinic, RecordedRefusals refusals, Directory directory, BotConfig config) {

    /**
     * Has everything looked at for this person, who is told how it goes; returns what they are told in place of that.
     *
     * @throws ProblemException if they are no member, or it can't be found out whether they may
     */
    public Optional<Checkup> ask(PersonId person, Origin from) {
        refusals.member(person);
        Optional<Admins> admins = config.admins();
        if (admins.isEmpty() || !isOne(admins.get(), person)) {
            return Optional.of(new Checkup.NotYours(admins.map(Admins::who)));
        }
        clinic.look(config, person, from);
        return Optional.empty();
    }

    private boolean isOne(Admins admins, PersonId person) {
        var facts = directory.facts(person, admins.who().groupsToAsk(person), Directory.Freshness.LIVE);
        Membership listed = admins.who().listed(facts);
        if (listed == Membership.UNKNOWN) {
            throw new ProblemException(PersonProblems.adminGroupsUnknown());
        }
        return listed == Membership.YES;
    }
}
