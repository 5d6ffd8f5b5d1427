/** The work on a dossier at its agencies, owned by processing. */
@NullMarked
package vn.tthc.contracts.cases;

import org.jspecify.annotations.NullMarked;
