package dev.ecrbot.aws;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.ecr.model.EcrResponse;
import software.amazon.awssdk.services.ecr.model.RegistryPolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;

/**
 * The calls for the policy of one holder. Those for a registry's policy name no registry: they are about the one of the
 * caller's own account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutRegistryPolicy.html">PutRegistryPolicy</a>
 */
sealed interface PolicyCalls {

    /** An answer, and the policy's text in it: as it is, as it was stored, or as it was before it was deleted. */
    record Answer(EcrResponse response, @Nullable String text) {}

    static PolicyCalls of(PolicyHolder holder) {
        return holder instanceof Repository repository ? new OfRepository(repository) : new OfRegistry();
    }

    Operation get();

    Operation put();

    Operation delete();

    /** Returns AWS's answer where there is no policy. */
    Class<? extends EcrException> none();

    Answer get(EcrClient client, AwsRequestOverrideConfiguration settings);

    Answer put(EcrClient client, String text, AwsRequestOverrideConfiguration settings);

    Answer delete(EcrClient client, AwsRequestOverrideConfiguration settings);

    /** Never forced: ECR refuses a policy that would keep the bot from changing it again. */
    record OfRepository(Repository repository) implements PolicyCalls {
        @Override
        public Operation get() {
            return Operation.GET_REPOSITORY_POLICY;
        }

        @Override
        public Operation put() {
            return Operation.SET_REPOSITORY_POLICY;
        }

        @Override
        public Operation delete() {
            return Operation.DELETE_REPOSITORY_POLICY;
        }

        @Override
        public Class<? extends EcrException> none() {
            return RepositoryPolicyNotFoundException.class;
        }

        @Override
        public Answer get(EcrClient client, AwsRequestOverrideConfiguration settings) {
            var response = client.getRepositoryPolicy(
                    get -> get.registryId(registry()).repositoryName(name()).overrideConfiguration(settings));
            return new Answer(response, response.policyText());
        }

        @Override
        public Answer put(EcrClient client, String text, AwsRequestOverrideConfiguration settings) {
            var response = client.setRepositoryPolicy(set -> set.registryId(registry())
                    .repositoryName(name())
                    .policyText(text)
                    .overrideConfiguration(settings));
            return new Answer(response, response.policyText());
        }

        @Override
        public Answer delete(EcrClient client, AwsRequestOverrideConfiguration settings) {
            var response = client.deleteRepositoryPolicy(delete ->
                    delete.registryId(registry()).repositoryName(name()).overrideConfiguration(settings));
            return new Answer(response, response.policyText());
        }

        private String registry() {
            return repository.account().value();
        }

        private String name() {
            return repository.name().value();
        }
    }

    record OfRegistry() implements PolicyCalls {
        @Override
        public Operation get() {
            return Operation.GET_REGISTRY_POLICY;
        }

        @Override
        public Operation put() {
            return Operation.PUT_REGISTRY_POLICY;
        }

        @Override
        public Operation delete() {
            return Operation.DELETE_REGISTRY_POLICY;
        }

        @Override
        public Class<? extends EcrException> none() {
            return RegistryPolicyNotFoundException.class;
        }

        @Override
        public Answer get(EcrClient client, AwsRequestOverrideConfiguration settings) {
            var response = client.getRegistryPolicy(get -> get.overrideConfiguration(settings));
            return new Answer(response, response.policyText());
        }

        @Override
        public Answer put(EcrClient client, String text, AwsRequestOverrideConfiguration settings) {
            var response = client.putRegistryPolicy(put -> put.policyText(text).overrideConfiguration(settings));
            return new Answer(response, response.policyText());
        }

        @Override
        public Answer delete(EcrClient client, AwsRequestOverrideConfiguration settings) {
            var response = client.deleteRegistryPolicy(delete -> delete.overrideConfiguration(settings));
            return new Answer(response, response.policyText());
        }
    }
}
