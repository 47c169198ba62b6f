package dev.ecrbot.slack;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.slack.message.BundleCardMessage;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cards of what was asked for at once: twenty of one kind, twenty of as many kinds, revocations, and some in each state. */
final class EveryBundle {
    private EveryBundle() {}

    static Map<String, Rendered> all(String text) {
        var bundles = new LinkedHashMap<String, Rendered>();
        Edit grant = FullRequests.edits(text).get("grant");
        bundles.put(
                "bundle of repositories",
                bundle(IntStream.range(0, 20)
                        .mapToObj(number ->
                                FullRequests.request(grant, repository(number), text, FullRequests.full(text)))
                        .toList()));
        bundles.put(
                "bundle of kinds",
                bundle(IntStream.range(0, 20)
                        .mapToObj(number -> FullRequests.request(
                                Edit.Grant.asked(
                                        new Principal.Other("Federated", number + text),
                                        StandardAccess.PUSH,
                                        Optional.empty()),
                                repository(number),
                                text,
                                FullRequests.plain(number + text)))
                        .toList()));
        bundles.put(
                "bundle of roles",
                bundle(IntStream.range(0, 20)
                        .mapToObj(number -> FullRequests.request(
                                Samples.request().change().edit(), Samples.REPOSITORY, text, roles(number)))
                        .toList()));
        bundles.put(
                "bundle of revocations",
                bundle(Collections.nCopies(
                        20,
                        FullRequests.request(
                                FullRequests.edits(text).get("revocation"),
                                repository(1),
                                text,
                                FullRequests.plain(text)))));
        for (RequestState state : RequestState.values()) {
            bundles.put(
                    "bundle " + state,
                    bundle(List.of(EveryMessage.request(text, state), EveryMessage.request(text, state))));
        }
        return bundles;
    }

    /** A small change that differs from each other one. */
    private static Plan roles(int number) {
        Plan plan = Samples.request().revision().plan();
        var lines = new ArrayList<>(plan.diff().subList(0, 1));
        lines.add(new DiffLine(DiffLine.Sign.ADDED, "\"arn:aws:iam::222222222222:role/number-" + number + "\""));
        return new Plan(plan.base(), plan.proposed(), plan.effects(), lines, List.of(), List.of(), List.of());
    }

    private static Repository repository(int number) {
        return new Repository(
                Samples.REPOSITORY.account(),
                Samples.REPOSITORY.region(),
                new RepositoryName("team-" + number + "/" + "a-long-name".repeat(20)));
    }

    private static Rendered bundle(List<Request> members) {
        return new BundleCardMessage(
                        new BundleCard(members, Samples.approvedBy(Samples.AMIR), Optional.empty()), Samples.NAMING)
                .render();
    }
}
