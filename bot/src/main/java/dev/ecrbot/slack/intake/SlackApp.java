package dev.ecrbot.slack.intake;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
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
import dev.ecrbot.slack.web.CommandName;
import dev.ecrbot.slack.web.SlackClients;
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
            SlackClients clients,
            SeenDeliveries seen,
            Reception reception,
            Interactions interactions,
            Apology apology) {
        // Bolt asks auth.test at wiring time if it is handed no list.
        List<Middleware> middleware = new ArrayList<>(List.of(new DuplicateFilter(seen)));
        var config = AppConfig.builder()
                .slack(clients.slack())
                .singleTeamBotToken(null)
                .signingSecret(null)
                .appInitializersEnabled(false)
                .build();
        var app = new App(config, middleware);
        addCommand(app, clients.command(), reception, interactions.form());
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

    private static void addCommand(App app, CommandName command, Reception reception, AskForm form) {
        app.command(
                command.name(),
                (request, context) -> reception
                        .command(typed(request.getPayload(), command), form)
                        .map(problem -> ephemeral(problem, command))
                        .orElseGet(context::ack));
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

    private static SlashCommandPayload typed(SlashCommandPayload payload, CommandName command) {
        Optional.ofNullable(payload.getText()).map(command::typed).ifPresent(payload::setText);
        return payload;
    }

    private static Response ephemeral(Problem problem, CommandName command) {
        String text = Mrkdwn.escape(command.in(problem.text()));
        return Response.json(200, Map.of("response_type", "ephemeral", "text", text));
    }

    /** The acknowledgement of a click can't say anything, so what has to be said goes another way. */
    private static Response acknowledged(Request<?> request, Optional<Problem> problem, Apology apology) {
        problem.ifPresent(what -> apology.say(Optional.ofNullable(request.getResponseUrl()), what));
        return Response.ok();
    }
}
