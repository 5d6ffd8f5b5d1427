package vn.tthc.query.lookup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the public may ask one process; several processes of the service together let as many times that through.
 *
 * @param limited whether there are limits at all; without them only for a measurement
 * @param perAddress questions a minute from one address, behind which a whole office may be
 * @param perCode questions a minute about one code, known or not
 * @param global questions a second from everybody
 * @param misses questions of one address that opened nothing, before it is taken for a scanner
 * @param missesWithin the time in which so many misses come back
 * @param remembered addresses, and codes, remembered at most; those not heard of for longest go first
 */
@ConfigurationProperties("tthc.lookup")
record LookupSettings(
        @DefaultValue("true") boolean limited,
        @DefaultValue("120") long perAddress,
        @DefaultValue("60") long perCode,
        @DefaultValue("1000") long global,
        @DefaultValue("20") long misses,
        @DefaultValue("10m") Duration missesWithin,
        @DefaultValue("100000") long remembered) {}
