package vn.tthc.intake.reference;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.clock.Calendars;
import vn.tthc.platform.access.AgencyTrees;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;

/** Seeds and folds the reference data while the service starts, before it answers anybody. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceConfiguration.class);

    @Bean
    ReferenceStreams referenceStreams(EventLog log, EventJson json) {
        return new ReferenceStreams(log, json);
    }

    @Bean
    Seeded seededReference(
            ReferenceStreams streams,
            InstantSource clock,
            @Value("${tthc.intake.reference:classpath:reference}") String folder) {
        long begin = clock.millis();
        ReferenceSeed seed = new ReferenceSeed(streams);
        List<ReferenceEvent> events = seed.seed(ReferenceFiles.read(folder), Calendars.byDefault(), clock.instant());
        LOG.info("reference data of {} events in {} ms", events.size(), clock.millis() - begin);
        return new Seeded(events);
    }

    @Bean
    Catalogue catalogue(Seeded seeded) {
        return Catalogue.of(seeded.events());
    }

    @Bean
    AgencyTrees agencyTrees(Catalogue catalogue) {
        return catalogue::tree;
    }

    @Bean
    PublishedCalendars publishedCalendars(Seeded seeded) {
        return PublishedCalendars.of(seeded.events());
    }

    /** What the reference streams say once the files are in them. */
    record Seeded(List<ReferenceEvent> events) {
        Seeded {
            events = List.copyOf(events);
        }
    }
}
