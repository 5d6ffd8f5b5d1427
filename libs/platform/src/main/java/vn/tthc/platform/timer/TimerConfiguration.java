package vn.tthc.platform.timer;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.TthcProperties;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.store.DocumentStore;

/** Timers for the services that have a {@link TimerRule}. */
@ConditionalOnBean(TimerRule.class)
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimerSettings.class)
public class TimerConfiguration {

    @Bean
    TimerBook timerBook(ObjectProvider<TimerRule> rules, EventJson json) {
        return new TimerBook(rules.orderedStream().toList(), json.mapper());
    }

    @Bean
    TimerLoop timerLoop(
            TthcProperties service,
            TimerSettings settings,
            TimerBook book,
            DocumentStore documents,
            Commands commands,
            InstantSource clock,
            Duties duties,
            MeterRegistry meters) {
        TimerPoller poller = new TimerPoller(
                service.service(), book, documents, commands, clock, settings.most(), new TimerMeters(meters));
        return new TimerLoop(poller, settings.every(), duties);
    }
}
