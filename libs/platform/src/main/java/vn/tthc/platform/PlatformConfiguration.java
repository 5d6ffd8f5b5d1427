package vn.tthc.platform;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;
import vn.tthc.platform.access.AccessConfiguration;
import vn.tthc.platform.agency.AgencyConfiguration;
import vn.tthc.platform.api.ApiConfiguration;
import vn.tthc.platform.axon.AxonConfiguration;
import vn.tthc.platform.backup.BackupConfiguration;
import vn.tthc.platform.blob.BlobConfiguration;
import vn.tthc.platform.consume.ConsumeConfiguration;
import vn.tthc.platform.person.PersonConfiguration;
import vn.tthc.platform.relay.RelayConfiguration;
import vn.tthc.platform.timer.TimerConfiguration;
import vn.tthc.platform.verify.VerifyConfiguration;
import vn.tthc.platform.web.WebConfiguration;

/** Everything a service gets by having this library; before Axon looks around for an event store and Boot for its security. */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.InfraConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@Import({
    CommonConfiguration.class,
    StoreConfiguration.class,
    MongoStoreConfiguration.class,
    AxonConfiguration.class,
    RelayConfiguration.class,
    ConsumeConfiguration.class,
    PersonConfiguration.class,
    AccessConfiguration.class,
    AgencyConfiguration.class,
    WebConfiguration.class,
    ApiConfiguration.class,
    VerifyConfiguration.class,
    BlobConfiguration.class,
    BackupConfiguration.class,
    TimerConfiguration.class
})
public class PlatformConfiguration {}
