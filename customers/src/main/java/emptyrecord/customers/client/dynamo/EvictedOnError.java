package emptyrecord.customers.client.dynamo;

import java.io.IOException;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A pool that is closed as a whole after a failed call or an answer of 500 and above; the next call has a new one, so it
 * resolves the name and connects. Other calls under way over the old pool fail with it.
 */
final class EvictedOnError implements SdkHttpClient {

    private static final int SERVER_ERROR = 500;

    private final Supplier<SdkHttpClient> pools;
    private volatile SdkHttpClient pool;

    EvictedOnError(Supplier<SdkHttpClient> pools) {
        this.pools = pools;
        this.pool = pools.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        SdkHttpClient used = pool;
        ExecutableHttpRequest prepared = used.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    HttpExecuteResponse response = prepared.call();
                    if (response.httpResponse().statusCode() >= SERVER_ERROR) {
                        evict(used);
                    }
                    return response;
                } catch (IOException e) {
                    evict(used);
                    throw e;
                }
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    /** Of several calls that fail over one pool the first one closes it. */
    private synchronized void evict(SdkHttpClient broken) {
        if (pool == broken) {
            pool = pools.get();
            broken.close();
        }
    }

    @Override
    public String clientName() {
        return "EvictedOnError";
    }

    @Override
    public void close() {
        pool.close();
    }
}
