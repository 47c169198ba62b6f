package dev.ecrbot.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EcrRequest;

class OperationsInCatalogueTest {
    @Test
    void everyOperationOfTheSdkIsAnActionButOneThatHasNoneOfItsOwn() {
        assertThat(Arrays.stream(EcrClient.class.getMethods())
                        .filter(method -> method.getParameterCount() == 1
                                && EcrRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                        .map(method ->
                                method.getParameterTypes()[0].getSimpleName().replaceFirst("Request$", ""))
                        .filter(name -> !name.equals("ListImageReferrers")))
                .hasSizeGreaterThan(50)
                .allMatch(name -> ActionCatalogue.ecr().find("ecr:" + name).isPresent());
    }

    @Test
    void everyActionThatIsMoreThanAPermissionIsAnOperation() {
        assertThat(ActionCatalogue.ecr().actions().stream()
                        .filter(action -> !action.permissionOnly())
                        .map(EcrAction::name)
                        .map(name -> name.replaceFirst("^ecr:", "")))
                .allSatisfy(name -> assertThat(
                                Class.forName("software.amazon.awssdk.services.ecr.model." + name + "Request"))
                        .isNotNull());
    }
}
