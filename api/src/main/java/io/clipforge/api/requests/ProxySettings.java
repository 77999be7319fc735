package io.clipforge.api.requests;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * @param trustedProxies networks of our own proxies, in CIDR notation: what they say in
 *     X-Forwarded-For is believed, what anyone else says there is not
 */
@ConfigurationProperties("clipforge.http")
record ProxySettings(@Bindable(defaultValue = "") List<String> trustedProxies) {

    List<Network> networks() {
        return trustedProxies.stream()
                .filter(it -> !it.isBlank())
                .map(it ->
                        Network.find(it.strip())
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "clipforge.http.trusted-proxies: "
                                                        + it
                                                        + " is no network")))
                .toList();
    }
}
