package vn.tthc.platform;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;
import vn.tthc.platform.axon.AxonConfiguration;

/** Everything a service gets by having this library; before Axon looks around for an event store. */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.InfraConfiguration"
        })
@Import({StoreConfiguration.class, AxonConfiguration.class})
public class PlatformConfiguration {}
