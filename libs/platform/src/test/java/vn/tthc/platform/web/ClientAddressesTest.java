package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {
    private final ClientAddresses behindProxies = new ClientAddresses(List.of("10.0.3.0/24", "127.0.0.1"));

    private static MockHttpServletRequest from(String address, String... forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        for (String header : forwarded) {
            request.addHeader("X-Forwarded-For", header);
        }
        return request;
    }

    @Test
    void withoutNamedProxiesTheHeaderSaysNothing() {
        assertThat(new ClientAddresses(List.of()).of(from("203.0.113.9", "1.2.3.4")))
                .isEqualTo("203.0.113.9");
        assertThat(new ClientAddresses(List.of("")).of(from("10.0.3.7", "1.2.3.4")))
                .isEqualTo("10.0.3.7");
    }

    @Test
    void theHeaderIsBelievedAsFarAsNamedProxiesWroteIt() {
        assertThat(behindProxies.of(from("10.0.3.7", "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(behindProxies.of(from("10.0.3.7", "203.0.113.9, 10.0.3.8"))).isEqualTo("203.0.113.9");
        assertThat(behindProxies.of(from("10.0.3.7", "203.0.113.9", "10.0.3.8")))
                .isEqualTo("203.0.113.9");
        // The sender made the first part up; the proxy added the second.
        assertThat(behindProxies.of(from("10.0.3.7", "198.51.100.1, 203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(behindProxies.of(from("203.0.113.9", "198.51.100.1"))).isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsNoAddressIsNotFollowedAndNeverLookedUp() {
        assertThat(behindProxies.of(from("10.0.3.7", "unknown"))).isEqualTo("10.0.3.7");
        assertThat(behindProxies.of(from("10.0.3.7", "dead.beef"))).isEqualTo("10.0.3.7");
        assertThat(behindProxies.of(from("10.0.3.7"))).isEqualTo("10.0.3.7");
    }

    @Test
    void oneCustomersNetworkOfSixtyFourBitsIsOneAddress() {
        assertThat(behindProxies.of(from("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(behindProxies.of(from("2001:db8:1:2::9")))
                .isNotEqualTo(behindProxies.of(from("2001:db8:1:3::9")));
    }

    @Test
    void aProxyThatIsNoAddressStopsTheStart() {
        assertThatThrownBy(() -> new ClientAddresses(List.of("proxy.example.vn")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
