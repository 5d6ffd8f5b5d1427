/** Dossiers from citizens to the one-stop: listed, sealed and signed at the post, compared and handed over there. */
@NullMarked
package vn.tthc.postal.inbound;

import org.jspecify.annotations.NullMarked;
