/**
 * What citizens give to the post for the one-stop: dossiers, compared and handed over there, and papers they surrender;
 * listed, sealed and signed.
 */
@NullMarked
package vn.tthc.postal.inbound;

import org.jspecify.annotations.NullMarked;
