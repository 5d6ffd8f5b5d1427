/** The legal facts of a dossier (hồ sơ), owned by intake. */
@NullMarked
package vn.tthc.contracts.dossier;

import org.jspecify.annotations.NullMarked;
