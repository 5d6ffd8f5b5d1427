/** The paper on its way (bưu gửi), owned by postal delivery. */
@NullMarked
package vn.tthc.contracts.postal;

import org.jspecify.annotations.NullMarked;
