/**
 * A build that can be broken on purpose: an agent of the virtual machine rewrites single methods of a service while it
 * loads them. It lives in the tests alone, so nothing of it can reach a running system by a setting.
 */
@NullMarked
package vn.tthc.e2e.broken;

import org.jspecify.annotations.NullMarked;
