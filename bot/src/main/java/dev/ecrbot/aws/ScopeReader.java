package dev.ecrbot.aws;

import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a registry's policy can rule on, and never changes it. */
final class ScopeReader {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeReader.class);
    private static final String SETTING = "REGISTRY_POLICY_SCOPE";

    private final CallTimeout span;

    ScopeReader(CallTimeout span) {
        this.span = span;
    }

    PolicyScope scope(RegionalEcr ecr, RegionalRegistry registry) {
        var call = Call.on(registry, ecr.registry(), Operation.GET_ACCOUNT_SETTING);
        var settings = ecr.within(registry, Deadline.in(span.whole()), span.attempt());
        try {
            String value = ecr.reading()
                    .getAccountSetting(get -> get.name(SETTING).overrideConfiguration(settings))
                    .value();
            return value == null ? PolicyScope.UNKNOWN : PolicyScope.of(value);
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed: {}", call.operation(), registry, FailureText.of(e));
            throw new ProblemException(Refusals.of(e, call));
        }
    }
}
