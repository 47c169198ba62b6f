package dev.ecrbot.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients, services and ECR itself write where AWS's sentence is missing. */
class ClientTextsTest {
    private static final String HOST = "111111111111.dkr.ecr.us-west-2.amazonaws.com";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            login    | true  |                           | Error response from daemon: Head "https://HOST/v2/payments/api/manifests/latest": no basic auth credentials
            login    | true  |                           | unauthorized: your authorization token has expired. Reauthenticate and try again.
            login    | true  | ecr:GetAuthorizationToken | An error occurred (UnrecognizedClientException) when calling the GetAuthorizationToken operation: The security token included in the request is invalid.
            login    | true  |                           | failed to solve: HOST/payments/api:1: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://HOST/token: 401 Unauthorized
            login    | true  |                           | Error response from daemon: login attempt to https://HOST/v2/ failed with status: 400 Bad Request
            notfound | true  |                           | name unknown: The repository with name 'payments/api' does not exist in the registry with id '111111111111'
            notfound | true  |                           | rpc error: code = NotFound desc = failed to pull and unpack image "HOST/payments/api:v2": HOST/payments/api:v2: not found
            notfound | true  |                           | CannotPullImageManifestError: Error response from daemon: manifest unknown: Requested image not found
            notfound | false |                           | CannotPullContainerError: API error (404): repository HOST/payments/api not found
            notfound | false |                           | Source image HOST/payments/api:1 does not exist. Provide a valid source image.
            network  | true  | ecr:GetAuthorizationToken | ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR.
            network  | true  | ecr:GetAuthorizationToken | RequestError: send request failed caused by: Post "https://api.ecr.us-west-2.amazonaws.com/": dial tcp: lookup api.ecr.us-west-2.amazonaws.com: no such host
            network  | true  |                           | Get "https://HOST/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)
            network  | true  |                           | Get "https://HOST/v2/": x509: certificate signed by unknown authority
            network  | true  | ecr:GetAuthorizationToken | SSL validation failed for https://api.ecr.us-west-2.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate
            network  | true  |                           | error pulling image configuration: Get https://prod-us-west-2-starport-layer-bucket.s3.amazonaws.com/1/2: dial tcp: i/o timeout
            both     | false | ecr:BatchGetImage         | CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref HOST/payments/api:1: pulling from host HOST failed with status code [manifests 1]: 403 Forbidden
            both     | false | ecr:GetDownloadUrlForLayer | unexpected status from GET request to https://HOST/v2/payments/api/blobs/sha256:0123: 403 Forbidden
            both     | false | ecr:BatchCheckLayerAvailability | failed to push HOST/payments/api:1: unexpected status from HEAD request to https://HOST/v2/payments/api/blobs/sha256:0123: 403 Forbidden
            both     | false | ecr:PutImage              | unexpected status from PUT request to https://HOST/v2/payments/api/manifests/1: 403 Forbidden
            both     | false |                           | CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref HOST/payments/a
            identity | false | ecr:GetAuthorizationToken | operation error ECR: GetAuthorizationToken, https response error StatusCode: 400, api error AccessDeniedException: (no message)
            identity | false | ecr:BatchGetImage         | Access denied while validating ECR URI 'HOST/payments/api:1'. The execution role requires permissions for ecr:GetAuthorizationToken, ecr:BatchGetImage, and ecr:GetDownloadUrlForLayer operations.
            resource | true  | ecr:ReplicateImage        | {"status": "FAILED", "failureCode": "DESTINATION_REGISTRY_ACCESS_DENIED"}
            other    | true  |                           | An error occurred (KMSAccessDeniedException) when calling the Invoke operation: Lambda can't decrypt the container image because KMS access is denied.
            other    | true  | ecr:SetRepositoryPolicy   | InvalidParameterException: Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'
            other    | true  | ecr:PutRegistryPolicy     | operation error ECR: PutRegistryPolicy, InvalidParameterException: Invalid registry policy provided
            other    | true  | ecr:GetRepositoryPolicy   | An error occurred (RepositoryPolicyNotFoundException) when calling the GetRepositoryPolicy operation: Repository policy does not exist for the repository with name 'payments/api' in the registry with id '111111111111'
            other    | true  |                           | tag invalid: The image tag 'v1' already exists in the 'payments/api' repository and cannot be overwritten because the tag is immutable.
            other    | true  |                           | toomanyrequests: Rate exceeded: HOST/payments/api
            """)
    void areJudgedByWhatTheySay(String half, boolean confident, String action, String text) {
        Denial denial = Denials.read(text.replace("HOST", HOST));
        assertThat(denial.half().word()).isEqualTo(half);
        assertThat(denial.action()).isEqualTo(Optional.ofNullable(action));
        assertThat(denial.ofEcr()).isTrue();
        assertThat(denial.ask()).isEmpty();
        assertThat(denial.confident()).isEqualTo(confident);
    }
}
