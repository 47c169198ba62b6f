package dev.ecrbot.aws;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.machine.client.CallSigner;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Signs with the credentials of the SDK's default chain. Makes no call of its own but those by which the chain finds them. */
public final class SdkCallSigner implements CallSigner {
    private static final String STS = "sts";

    @Override
    public Optional<Region> region() {
        try {
            return Region.parse(
                    DefaultAwsRegionProviderChain.builder().build().getRegion().id());
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> signed(URI address, Region region, Map<String, String> headers, String body)
            throws IOException {
        SdkHttpFullRequest.Builder request =
                SdkHttpFullRequest.builder().uri(address).method(SdkHttpMethod.POST);
        headers.forEach(request::putHeader);
        AwsCredentials credentials = credentials();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(credentials)
                        .request(request.build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, STS)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.value()))
                .request();
        var all = new LinkedHashMap<String, String>();
        signed.headers().forEach((name, values) -> all.put(name, String.join(",", values)));
        return all;
    }

    private static AwsCredentials credentials() throws IOException {
        try (var chain = DefaultCredentialsProvider.builder().build()) {
            return chain.resolveCredentials();
        } catch (SdkClientException e) {
            throw new IOException(CallWords.noCredentials(), e);
        }
    }
}
