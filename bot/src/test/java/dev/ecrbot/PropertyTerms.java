package dev.ecrbot;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Has every property of jqwik begin with the run's seed, and try as much as the run does. A property that names a seed of
 * its own keeps it where the run was told none.
 */
public final class PropertyTerms implements AroundPropertyHook {

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        var attributes = context.attributes();
        if (Seed.given().isPresent() || attributes.seed().isEmpty()) {
            attributes.setSeed(String.valueOf(Seed.ofThisRun()));
        }
        context.findAnnotation(Sampled.class)
                .ifPresent(sampled -> attributes.setTries(Thoroughness.ofThisRun()
                        .of(sampled.value(), attributes.tries().orElseThrow())));
        return property.execute();
    }
}
