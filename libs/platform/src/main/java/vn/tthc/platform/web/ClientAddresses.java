package vn.tthc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Where a request comes from. What {@code X-Forwarded-For} says is believed as far back as it was written by proxies that
 * are named in the settings, and no further: anybody can send such a header.
 */
public final class ClientAddresses {
    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<IpAddressMatcher> trusted;

    /**
     * The reader of addresses.
     *
     * @param trustedProxies addresses or networks, such as {@code 10.0.3.0/24}; none unless said
     * @throws IllegalArgumentException when one is neither
     */
    public ClientAddresses(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    /** The address; of IPv6 the network of 64 bits, all of which one customer has. */
    public String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        List<String> hops = Collections.list(request.getHeaders(HEADER)).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        for (int i = hops.size() - 1; i >= 0 && trusted(address) && isAddress(hops.get(i)); i--) {
            address = hops.get(i);
        }
        return network(address);
    }

    private boolean trusted(String address) {
        return isAddress(address) && trusted.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** Nothing here may ask a name server. */
    private static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }

    private static String network(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > IPV6_NETWORK_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES) + "/64"
                    : HexFormat.of().formatHex(bytes);
        } catch (UnknownHostException e) {
            return "malformed";
        }
    }
}
