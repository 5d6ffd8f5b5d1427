/** The dossier's aggregate: hands commands to the domain and events to the log. */
@NullMarked
package vn.tthc.intake.axon;

import org.jspecify.annotations.NullMarked;
