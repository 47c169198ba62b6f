package dev.ecrbot.slack.intake;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.door.DuplicateFilter;
import dev.ecrbot.slack.door.SeenDeliveries;
import dev.ecrbot.slack.field.AskFields;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Mrkdwn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Bolt app: exact ids, each with a handler that only acknowledges.
 *
 * <p>Bolt's own middleware is left out. Its signature check takes timestamps of the future and compares strings, and its
 * authorization calls auth.test within the time for the acknowledgement and remembers failures for minutes.
 */
public final class SlackApp {

    private SlackApp() {}

    public static App of(
            Slack slack, SeenDeliveries seen, Reception reception, Interactions interactions, Apology apology) {
        // Bolt asks auth.test at wiring time if it is handed no list.
        List<Middleware> middleware = new ArrayList<>(List.of(new DuplicateFilter(seen)));
        var config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .appInitializersEnabled(false)
                .build();
        var app = new App(config, middleware);
        app.command(
                Ids.COMMAND,
                (request, context) -> reception
                        .command(request.getPayload(), interactions.form())
                        .map(SlackApp::ephemeral)
                        .orElseGet(context::ack));
        app.globalShortcut(
                Ids.ASK_SHORTCUT,
                (request, context) ->
                        acknowledged(request, reception.shortcut(request.getPayload(), interactions.form()), apology));
        app.messageShortcut(
                Ids.FIX_SHORTCUT,
                (request, context) -> acknowledged(request, reception.toExplain(request.getPayload()), apology));
        app.blockSuggestion(
                Ids.PICK,
                (request, context) ->
                        context.ack(answer -> answer.options(reception.repositories(request.getPayload()))));
        AskFields.LISTENING.forEach(field -> app.blockAction(field, (request, context) -> {
            reception.filled(request.getPayload(), interactions.form());
            return context.ack();
        }));
        app.event(AppHomeOpenedEvent.class, (opened, context) -> {
            reception.opened(opened);
            return context.ack();
        });
        interactions.all().forEach(interaction -> add(app, interaction, reception, apology));
        return app;
    }

    private static void add(App app, Interaction interaction, Reception reception, Apology apology) {
        app.blockAction(
                interaction.action(),
                (request, context) ->
                        acknowledged(request, reception.click(request.getPayload(), interaction.handler()), apology));
        interaction
                .modal()
                .ifPresent(modal -> app.viewSubmission(modal.id(), (request, context) -> {
                    Map<String, Problem> wrong = reception.submission(request.getPayload(), modal);
                    return wrong.isEmpty() ? context.ack() : context.ackWithErrors(atFields(wrong));
                }));
    }

    /** In a field's own words: nobody types a command there. */
    private static Map<String, String> atFields(Map<String, Problem> wrong) {
        var texts = new LinkedHashMap<String, String>();
        wrong.forEach((block, problem) ->
                texts.put(block, problem.next().contains("/ecr") ? problem.what() : problem.text()));
        return texts;
    }

    private static Response ephemeral(Problem problem) {
        return Response.json(200, Map.of("response_type", "ephemeral", "text", Mrkdwn.escape(problem.text())));
    }

    /** The acknowledgement of a click can't say anything, so what has to be said goes another way. */
    private static Response acknowledged(Request<?> request, Optional<Problem> problem, Apology apology) {
        problem.ifPresent(what -> apology.say(Optional.ofNullable(request.getResponseUrl()), what));
        return Response.ok();
    }
}
