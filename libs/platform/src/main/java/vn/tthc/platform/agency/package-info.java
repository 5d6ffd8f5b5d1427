/** The agencies and delegations as intake has published them, kept by every service that does not own them. */
@NullMarked
package vn.tthc.platform.agency;

import org.jspecify.annotations.NullMarked;
