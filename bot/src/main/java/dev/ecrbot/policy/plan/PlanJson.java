package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Writes plans as JSON and reads them again. Documents go in as text, because a database may reorder JSON's keys.
 *
 * <p>Stored plans are read for ever: components of the records in a plan keep their names, and a list that is missing is
 * empty, since it may be younger than the plan.
 */
final class PlanJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), texts())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    SortedSet.class, set -> set.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private PlanJson() {}

    static JsonNode write(Plan plan) {
        return MAPPER.valueToTree(plan);
    }

    static Plan read(JsonNode json) {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(json, Plan.class))
                    .orElseThrow(() -> new ProblemException(PlanProblems.storedPlanUnreadable()));
        } catch (JsonProcessingException e) {
            throw new ProblemException(PlanProblems.storedPlanUnreadable(), e);
        }
    }

    /** What tells a principal from all others. */
    record PrincipalText(String type, String text) {}

    private static Module texts() {
        var module = new SimpleModule();
        add(module, PolicyDocument.class, PolicyDocument::text, String.class, PolicyDocument::parse);
        add(module, DiffLine.class, DiffLine::toString, String.class, DiffLine::parse);
        add(
                module,
                Principal.class,
                principal -> new PrincipalText(principal.type(), principal.text()),
                PrincipalText.class,
                stored -> Principals.parse(stored.type(), stored.text()));
        return module;
    }

    private static <V, S> void add(
            SimpleModule module, Class<V> value, Function<V, S> write, Class<S> stored, Function<S, V> read) {
        module.addSerializer(value, new StdDelegatingSerializer(value, new Form<>(value, stored, write)));
        module.addDeserializer(value, new StdDelegatingDeserializer<>(new Form<>(stored, value, read)));
    }

    private record Form<A, B>(Class<A> from, Class<B> to, Function<A, B> function) implements Converter<A, B> {
        @Override
        public B convert(A value) {
            return function.apply(value);
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return types.constructType(from);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructType(to);
        }
    }
}
