package dev.ecrbot.slack.intake;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.request.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in a delivery who typed or clicked, and where. */
record DeliveryActor(Persons persons) {

    Optional<Asker> of(SlashCommandPayload typed) {
        return persons.person(typed.getUserId(), null, typed.getTeamId(), typed.getEnterpriseId())
                .map(person -> new Asker(person, origin(typed.getChannelId(), typed.getResponseUrl())));
    }

    Optional<Asker> of(BlockActionPayload click) {
        if (click.getUser() == null) {
            return Optional.empty();
        }
        String team = click.getTeam() == null ? null : click.getTeam().getId();
        String enterprise =
                click.getEnterprise() == null ? null : click.getEnterprise().getId();
        String channel = click.getChannel() == null ? null : click.getChannel().getId();
        return persons.person(click.getUser().getId(), click.getUser().getTeamId(), team, enterprise)
                .map(person -> new Asker(person, origin(channel, click.getResponseUrl())));
    }

    /** A shortcut that is chosen anywhere has no channel and no address for answers. */
    Optional<Asker> of(GlobalShortcutPayload chosen) {
        if (chosen.getUser() == null) {
            return Optional.empty();
        }
        String team = chosen.getTeam() == null ? null : chosen.getTeam().getId();
        String enterprise =
                chosen.getEnterprise() == null ? null : chosen.getEnterprise().getId();
        return persons.person(chosen.getUser().getId(), chosen.getUser().getTeamId(), team, enterprise)
                .map(person -> new Asker(person, origin(null, null)));
    }

    Optional<Asker> of(MessageShortcutPayload chosen) {
        if (chosen.getUser() == null) {
            return Optional.empty();
        }
        String team = chosen.getTeam() == null ? null : chosen.getTeam().getId();
        String enterprise =
                chosen.getEnterprise() == null ? null : chosen.getEnterprise().getId();
        String channel =
                chosen.getChannel() == null ? null : chosen.getChannel().getId();
        return persons.person(chosen.getUser().getId(), chosen.getUser().getTeamId(), team, enterprise)
                .map(person -> new Asker(person, origin(channel, chosen.getResponseUrl())));
    }

    Optional<Asker> of(BlockSuggestionPayload typing) {
        if (typing.getUser() == null) {
            return Optional.empty();
        }
        String team = typing.getTeam() == null ? null : typing.getTeam().getId();
        String enterprise =
                typing.getEnterprise() == null ? null : typing.getEnterprise().getId();
        return persons.person(typing.getUser().getId(), typing.getUser().getTeamId(), team, enterprise)
                .map(person -> new Asker(person, origin(null, null)));
    }

    /** An event has no address for answers. */
    Optional<Asker> of(EventsApiPayload<AppHomeOpenedEvent> opened) {
        return persons.person(opened.getEvent().getUser(), null, opened.getTeamId(), opened.getEnterpriseId())
                .map(person -> new Asker(person, origin(null, null)));
    }

    /** A modal has no channel and no address for answers. */
    Optional<Asker> of(ViewSubmissionPayload submission) {
        if (submission.getUser() == null) {
            return Optional.empty();
        }
        String team = submission.getTeam() == null ? null : submission.getTeam().getId();
        String enterprise = submission.getEnterprise() == null
                ? null
                : submission.getEnterprise().getId();
        return persons.person(submission.getUser().getId(), submission.getUser().getTeamId(), team, enterprise)
                .map(person -> new Asker(person, origin(null, null)));
    }

    private static Origin origin(@Nullable String channel, @Nullable String responseUrl) {
        return new Origin(
                channel == null ? "" : channel, Optional.ofNullable(responseUrl).filter(url -> !url.isBlank()));
    }
}
