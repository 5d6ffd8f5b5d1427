/** What intake decides, and nothing of how it is asked or stored. */
@NullMarked
package vn.tthc.intake.domain;

import org.jspecify.annotations.NullMarked;
