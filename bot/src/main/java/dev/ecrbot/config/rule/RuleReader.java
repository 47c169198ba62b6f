package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.ChannelReader;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Scope;
import dev.ecrbot.rules.Terms;
import java.util.Optional;

/** Reads one rule. */
final class RuleReader {
    private final ScopeReader scopes;
    private final RuleNames names;

    RuleReader(ScopeReader scopes, RuleNames names) {
        this.scopes = scopes;
        this.names = names;
    }

    Optional<Rule> read(Section section) {
        try (section) {
            Optional<String> name = section.required("name").flatMap(names::read);
            Optional<Scope> scope = scopes.read(section);
            Optional<People> requesters = section.required("requesters").flatMap(PeopleReader::requesters);
            Optional<Approvers> approvers = ApproversReader.read(section, scope);
            Optional<String> channel = section.required("channel").flatMap(ChannelReader::read);
            Terms terms = TermsReader.read(section);
            Handling handling = HandlingReader.read(section, approvers.map(Approvers::people));
            if (name.isEmpty() || scope.isEmpty() || requesters.isEmpty() || approvers.isEmpty() || channel.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Rule(
                    name.get(), scope.get(), requesters.get(), approvers.get(), terms, channel.get(), handling));
        }
    }
}
