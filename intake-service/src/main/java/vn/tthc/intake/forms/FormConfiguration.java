package vn.tthc.intake.forms;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import vn.tthc.forms.FormSettings;

/** What the forms are told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FormSettings.class)
class FormConfiguration {}
