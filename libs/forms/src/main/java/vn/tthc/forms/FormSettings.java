package vn.tthc.forms;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What services that give out forms are told.
 *
 * @param newFormsFrom first day of the forms of Thông tư 03/2025/TT-VPCP; by default the day of the circular (unsourced:
 *     the day it came into force was not found)
 */
@ConfigurationProperties("tthc.forms")
public record FormSettings(@DefaultValue("2025-09-15") LocalDate newFormsFrom) {}
