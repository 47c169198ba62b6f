package dev.ecrbot.slack.message;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.ecr.LoginGuide;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.ecr.RegistryHost;
import dev.ecrbot.policy.plan.OtherHalf;
import java.util.List;

/** Shows how to log in: the usual ways, or that of one tool; which hosts there are; and whose access counts. */
record LoginText(Answer.Login login, DisplayNames names) {

    Rendered render() {
        String name = names.target(login.snippet().target());
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine().text("How to log in to ").bold(name)));
        login.tool().ifPresentOrElse(tool -> guide(builder, tool), () -> usual(builder));
        hosts(builder);
        builder.add(Blocks.context(OtherHalf.endpoints(login.snippet().target())));
        return builder.rendered("How to log in to " + Mrkdwn.escape(name));
    }

    private void usual(MessageBuilder builder) {
        new SnippetText(login.snippet()).login(builder);
        List<String> others = LoginTool.words().stream()
                .filter(word -> !word.equals(LoginTool.DOCKER.word()))
                .toList();
        builder.add(Blocks.lines(RichTextLine.bold(
                "With something else: ", "type the same with for and one of " + String.join(", ", others) + ".")));
    }

    private void guide(MessageBuilder builder, LoginTool tool) {
        LoginGuide guide = LoginGuide.of(tool, login.snippet());
        builder.code(new RichTextLine().bold(guide.title()), guide.lines());
        builder.add(Blocks.lines(RichTextLine.bold("Who pulls: ", guide.who())));
    }

    private void hosts(MessageBuilder builder) {
        var host = new RegistryHost(
                login.snippet().target().account(), login.snippet().target().region());
        builder.add(Blocks.titled(
                new RichTextLine().bold("Hosts of this registry"),
                host.forms().stream()
                        .map(form -> new RichTextLine().code(form.host()).text(": " + form.use()))
                        .toList()));
    }
}
