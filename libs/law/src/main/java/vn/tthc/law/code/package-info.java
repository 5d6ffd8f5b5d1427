/** Identifiers people read and type: dossier codes, look-up numbers and the Base32 alphabet of secrets. */
@NullMarked
package vn.tthc.law.code;

import org.jspecify.annotations.NullMarked;
