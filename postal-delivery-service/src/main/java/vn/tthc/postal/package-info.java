/** The public post (bưu chính công ích): results and papers on their way, until somebody has them. */
@NullMarked
package vn.tthc.postal;

import org.jspecify.annotations.NullMarked;
