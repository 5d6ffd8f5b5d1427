package vn.tthc.platform.agency;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.access.AgencyTrees;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.DocumentStore;

/** Follows the published agencies where the service has none of its own, and delegations everywhere. */
@Configuration(proxyBeanMethods = false)
public class AgencyConfiguration {

    @Bean
    @ConditionalOnMissingBean(AgencyTrees.class)
    PublishedAgencies publishedAgencies(DocumentStore documents, EventJson json, InstantSource clock) {
        return new PublishedAgencies(documents, json, clock);
    }

    @Bean
    PublishedDelegations publishedDelegations(DocumentStore documents, EventJson json) {
        return new PublishedDelegations(documents, json);
    }
}
