package vn.tthc.platform.timer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How timers are looked after.
 *
 * @param every pause between two looks at what is due
 * @param most how many due timers one look goes through at most; the rest come with the next look
 */
@ConfigurationProperties("tthc.timers")
public record TimerSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("10000") int most) {}
