package dev.ecrbot.command.help;

import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.help.HelpPage.Example;
import dev.ecrbot.command.help.HelpPage.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What help says, with examples that use the configured names. Immutable. */
public final class HelpText {
    private final Examples examples;
    private final ChangeHelp changes;
    private final RequestHelp requests;
    private final InquiryHelp inquiries;
    private final FleetHelp fleet;

    public HelpText(Names names) {
        this.examples = new Examples(names);
        this.changes = new ChangeHelp(examples, names.accesses());
        this.requests = new RequestHelp(examples);
        this.inquiries = new InquiryHelp(examples, names.accesses());
        this.fleet = new FleetHelp(examples);
    }

    /** Returns the page for a command's word; the general one without a word or for one that isn't a command. */
    public HelpPage page(Optional<String> command) {
        return command.flatMap(Verb::byWord).map(this::page).orElseGet(this::general);
    }

    private HelpPage general() {
        var lines = Arrays.stream(Verb.values())
                .map(verb -> new Example(examples.of(verb), of(verb).purpose()))
                .toList();
        return new HelpPage(
                "ecr-bot",
                "Ask here for access to a container repository from another AWS account. "
                        + "Somebody approves it on a card, and you get the commands to log in with.",
                lines,
                List.of(
                        new Term("help <command>", "More about one command."),
                        new Term(
                                "or in your own words",
                                "“who can pull " + examples.repository()
                                        + "?”, “when does my access end?”, “what changed on " + examples.repository()
                                        + "?”, or an error as you got it.")));
    }

    private HelpPage page(Verb verb) {
        VerbHelp help = of(verb);
        return new HelpPage("/ecr " + help.usage(), help.purpose(), help.lines(), help.terms());
    }

    private VerbHelp of(Verb verb) {
        return switch (verb) {
            case GRANT -> changes.grant();
            case BREAKGLASS -> changes.breakGlass();
            case REVOKE -> changes.revoke();
            case EXTEND -> changes.extend();
            case END -> changes.end();
            case UNDO -> changes.undo();
            case STATUS -> inquiries.status();
            case LOGIN -> inquiries.login();
            case WHO -> inquiries.who();
            case CAN -> inquiries.can();
            case SHOW -> requests.show();
            case HISTORY -> requests.history();
            case RULES -> inquiries.rules();
            case WHOAMI -> inquiries.whoAmI();
            case ACCESS -> fleet.access();
            case AUDIT -> fleet.audit();
            case DRIFT -> fleet.drift();
            case EXPORT -> fleet.export();
            case EXPLAIN -> inquiries.explain();
            case REQUESTS -> requests.requests();
            case CANCEL -> requests.cancel();
            case DOCTOR -> requests.doctor();
            case HELP -> help();
        };
    }

    private static VerbHelp help() {
        return new VerbHelp(
                "help [command]",
                "Show this, or more about one command.",
                List.of(new Example("/ecr help", "All commands."), new Example("/ecr help grant", "More about grant.")),
                List.of(new Term("command", String.join(", ", Verb.words()) + ".")));
    }
}
