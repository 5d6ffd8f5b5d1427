/** Processing (giải quyết): the case of a dossier at its four levels, from the first receipt to the end of processing. */
@NullMarked
package vn.tthc.processing;

import org.jspecify.annotations.NullMarked;
