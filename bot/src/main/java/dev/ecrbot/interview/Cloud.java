package dev.ecrbot.interview;

import dev.ecrbot.ecr.AccountId;
import java.util.List;
import java.util.Optional;

/** AWS, as whoever sets the bot up sees it. Nothing is thrown. */
public interface Cloud {

    /** Whom AWS sees calling. */
    record Caller(AccountId account, String arn) {}

    /** Returns whom AWS sees calling; empty if it doesn't say. */
    Optional<Caller> caller();

    /** Returns the Regions that there are. */
    List<String> regions();
}
