package vn.tthc.contracts.postal;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;

/**
 * The second signature under a record; the first is the actor's. One of its parts is there.
 *
 * @param signatureHash SHA-256 of the image of the signature, in hex; the image itself is a blob
 * @param oneTimeCode sealed one-time code told instead of signing
 */
public record CoSignature(
        @Nullable String signatureHash, @Nullable Sealed oneTimeCode) {}
