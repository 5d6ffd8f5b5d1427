package vn.tthc.intake.reference;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;

/** Seeds and folds the reference data while the service starts, before it answers anybody. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceConfiguration.class);

    @Bean
    WorkingCalendar deadlineCalendar() {
        return Calendars.byDefault();
    }

    @Bean
    Catalogue catalogue(EventLog log, EventJson json, InstantSource clock, WorkingCalendar calendar) {
        long begin = clock.millis();
        ReferenceSeed seed = new ReferenceSeed(new ReferenceStreams(log, json));
        List<ReferenceEvent> events = seed.seed(ReferenceFiles.read("reference"), calendar, clock.instant());
        Catalogue catalogue = Catalogue.of(events);
        LOG.info(
                "catalogue of {} agencies from {} events in {} ms",
                catalogue.agencies().size(),
                events.size(),
                clock.millis() - begin);
        return catalogue;
    }
}
