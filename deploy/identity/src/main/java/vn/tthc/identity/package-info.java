/** The OpenID provider of the local mode: demo people, tokens, keys. Any other issuer can take its place. */
@NullMarked
package vn.tthc.identity;

import org.jspecify.annotations.NullMarked;
