package io.clipforge.net;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HTTP clients that do nothing of their own accord: no redirect, retry, cookie, proxy or unzip. */
final class HttpClients {
    private static final Http1Config HEADERS =
            Http1Config.custom()
                    .setMaxLineLength(8_192)
                    .setMaxHeaderCount(100)
                    .setMaxEmptyLineCount(10)
                    .build();

    private HttpClients() {}

    static CloseableHttpClient client(CheckedDns dns, SSLContext tls, Limits limits) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(dns, tls, limits))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(Timeout.of(limits.connect()))
                                .setResponseTimeout(Timeout.of(limits.silence()))
                                .setProtocolUpgradeEnabled(false)
                                .setAuthenticationEnabled(false)
                                .build())
                .setUserAgent("ClipForge/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .evictExpiredConnections()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            CheckedDns dns, SSLContext tls, Limits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(Timeout.of(limits.silence()))
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(250))
                                // short, so that a host that moved is looked up again soon
                                .setTimeToLive(TimeValue.ofSeconds(60))
                                .setIdleTimeout(Timeout.ofSeconds(20))
                                .build())
                // one slow host must not use up what the others need
                .setMaxConnPerRoute(50)
                .setMaxConnTotal(10_000)
                .build();
    }
}
