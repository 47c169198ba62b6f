package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that records and statements explain each other: what stands under a Sid of the bot's was given by a grant that is
 * on record, and what is on record stands there. To be asked while nothing is being written there.
 *
 * @param policy the live policy, read without the help of the code under test
 * @param standing the grants on record that haven't ended
 */
public record Explained(Set<Explained.Place> policy, List<Grant> standing) {
    private static final JsonMapper JSON = new JsonMapper();

    /** One principal in one statement of the bot's. */
    public record Place(String principal, Set<String> actions, Optional<Instant> until) {}

    static Explained of(World world, PolicyHolder holder) {
        return new Explained(
                places(world.ecr().policy(holder)),
                world.ledger().transact(books -> books.grants().standing(holder)));
    }

    void check(boolean lossesMayBeUnread) {
        Set<Place> recorded = new HashSet<>();
        for (Grant grant : standing) {
            for (Principal part : grant.principal().parts()) {
                recorded.add(new Place(part.text(), new TreeSet<>(grant.access().actions()), grant.until()));
            }
        }
        assertThat(recorded)
                .as("what stands under a Sid of the bot's is on record")
                .containsAll(policy);
        if (!lossesMayBeUnread) {
            assertThat(policy).as("what is on record stands in the policy").containsAll(recorded);
        }
    }

    static Set<Place> places(Optional<String> text) {
        Set<Place> places = new HashSet<>();
        for (JsonNode statement : parsed(text.orElse("{}")).path("Statement")) {
            if (statement.path("Sid").asText().startsWith("EcrBot")) {
                Set<String> actions = new TreeSet<>(texts(statement.path("Action")));
                Optional<Instant> until =
                        texts(statement.path("Condition").path("DateLessThan").path("aws:CurrentTime")).stream()
                                .map(Instant::parse)
                                .findFirst();
                texts(statement.path("Principal").path("AWS"))
                        .forEach(principal -> places.add(new Place(principal, actions, until)));
            }
        }
        return places;
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
