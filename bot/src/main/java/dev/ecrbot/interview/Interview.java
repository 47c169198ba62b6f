package dev.ecrbot.interview;

import dev.ecrbot.config.file.NameForm;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import java.io.PrintStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The questions that a first configuration needs answers to, in their order. */
public final class Interview {
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]{1,30}");
    private static final Pattern PEOPLE = Pattern.compile("[UWS][A-Z0-9]{1,30}");
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9*][a-z0-9._/*-]{0,200}");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,100}");
    private static final Pattern TIME = Pattern.compile("[1-9][0-9]{0,2}[hdw]");
    private static final Pattern ACCOUNT = Pattern.compile("(\\S+)\\s+\"?([0-9]{12})\"?");
    private static final String NONE = "none";

    private final Questions questions;
    private final Workspace workspace;
    private final Cloud cloud;
    private final Optional<String> usualRegion;

    /** @param usualRegion the Region that the environment names */
    public Interview(Reader in, PrintStream out, Workspace workspace, Cloud cloud, Optional<String> usualRegion) {
        this.questions = new Questions(in, out);
        this.workspace = workspace;
        this.cloud = cloud;
        this.usualRegion = usualRegion.filter(region -> Region.parse(region).isPresent());
    }

    /**
     * Asks everything.
     *
     * @throws GaveUp if an answer can't be had
     */
    public FirstConfig ask(boolean socket) {
        questions.say("Slack: " + workspace.address());
        Offers groups = workspace.groups();
        String channel = questions.one(
                "Which channel shows requests to those who approve them? Invite the bot to it first",
                workspace.channels(),
                "",
                form(CHANNEL, "is no channel's id (C…), which its details in Slack show"));
        List<String> approvers = questions.some(
                "Who may approve? User groups (S…) and people (U…)",
                groups,
                "",
                form(PEOPLE, "is no id of a user group (S…) or a person (U…)"));
        List<String> requesters = questions.some(
                "Who may ask? The same, or anyone",
                Offers.NONE,
                "anyone",
                unless("anyone"::equals, form(PEOPLE, "is neither “anyone” nor an id (S…, U…)")));
        List<String> admins = questions.some(
                "Who looks after the bot (/ecr doctor)? The same, or none",
                Offers.NONE,
                String.join(", ", approvers),
                unless(NONE::equals, form(PEOPLE, "is neither “none” nor an id (S…, U…)")));
        var who = new FirstConfig.Who(channel, approvers, requesters, admins.contains(NONE) ? List.of() : admins);
        return new FirstConfig(socket, place(), accounts(), who, what());
    }

    private FirstConfig.Place place() {
        Optional<Cloud.Caller> caller = cloud.caller();
        questions.say(caller.map(who -> "AWS: you are " + who.arn())
                .orElse("AWS didn't say who you are: set the variables of AWS's SDK, if the bot is to run from here."));
        String account = questions.one(
                "Which account's registry?",
                caller.map(who -> who.account().value()).orElse(""),
                form(Pattern.compile("[0-9]{12}"), "is no account id, which has 12 digits"));
        String name = questions.one("What do people call it?", "central", Interview::wrongName);
        List<String> regions = questions.some(
                "In which Regions? The first is used where people name none",
                offered(cloud.regions()),
                usualRegion.orElse(""),
                typed -> Region.parse(typed).isPresent()
                        ? Optional.empty()
                        : Optional.of(Questions.shown(typed) + " is no Region's name."));
        String partition = Region.parse(regions.get(0))
                .map(Region::partition)
                .map(Partition::id)
                .orElse("aws");
        String role = questions.one(
                "Which role does the bot assume there? none: it uses its own identity",
                "arn:" + partition + ":iam::" + account + ":role/ecr-bot",
                unless(NONE::equals, form(ROLE, "is no role's ARN")));
        return new FirstConfig.Place(name, account, regions, role.equals(NONE) ? "" : role);
    }

    private FirstConfig.What what() {
        List<String> words = AccessCatalogue.standard().words();
        return new FirstConfig.What(
                questions.some(
                        "For which repositories? Names, or patterns such as payments/*",
                        Offers.NONE,
                        "*",
                        form(REPOSITORY, "is no repository's name or pattern")),
                questions.some(
                        "What may be asked for?",
                        Offers.NONE,
                        "pull, read",
                        typed -> words.contains(typed)
                                ? Optional.empty()
                                : Optional.of(
                                        Questions.shown(typed) + " is none of " + String.join(", ", words) + ".")),
                questions.one("For how long at most?", "30d", form(TIME, "is no time such as 8h, 30d or 12w")));
    }

    private Map<String, String> accounts() {
        var accounts = new LinkedHashMap<String, String>();
        String question = "Which account may be given access? A name and its id: sales 222222222222";
        while (true) {
            String typed = questions.one(
                    accounts.isEmpty() ? question : "Another one, or none",
                    accounts.isEmpty() ? "" : NONE,
                    answer -> answer.equals(NONE) && !accounts.isEmpty()
                            ? Optional.empty()
                            : wrongAccount(answer, accounts));
            if (typed.equals(NONE)) {
                return accounts;
            }
            String[] parts = typed.split("\\s+", 2);
            accounts.put(parts[0], parts[1].replace("\"", ""));
        }
    }

    private static Optional<String> wrongAccount(String typed, Map<String, String> before) {
        var matcher = ACCOUNT.matcher(typed);
        if (!matcher.matches()) {
            return Optional.of(Questions.shown(typed) + " isn't a name and an id of 12 digits.");
        }
        if (before.containsKey(matcher.group(1))) {
            return Optional.of(Questions.shown(matcher.group(1)) + " is named already.");
        }
        return wrongName(matcher.group(1))
                .or(() -> AccountId.parse(matcher.group(2)).isPresent()
                        ? Optional.empty()
                        : Optional.of("An account id has 12 digits."));
    }

    private static Optional<String> wrongName(String typed) {
        return NameForm.fits(typed)
                ? Optional.empty()
                : Optional.of(Questions.shown(typed) + " won't do: " + ValueMistakes.noName() + ".");
    }

    private static Offers offered(List<String> ids) {
        return new Offers(ids.stream().map(id -> Map.entry(id, "")).toList(), "");
    }

    private static Function<String, Optional<String>> form(Pattern form, String wrong) {
        return typed -> form.matcher(typed).matches()
                ? Optional.empty()
                : Optional.of(Questions.shown(typed) + " " + wrong + ".");
    }

    private static Function<String, Optional<String>> unless(
            Predicate<String> word, Function<String, Optional<String>> wrong) {
        return typed -> word.test(typed) ? Optional.empty() : wrong.apply(typed);
    }
}
