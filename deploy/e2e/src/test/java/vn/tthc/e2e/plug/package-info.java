/** Pulls the plug on the real processes while commands go on, and balances a client's own ledger with what is left. */
@NullMarked
package vn.tthc.e2e.plug;

import org.jspecify.annotations.NullMarked;
