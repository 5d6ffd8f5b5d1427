/** Personal data on its way out: opened when read, and only ever masked. */
@NullMarked
package vn.tthc.query.person;

import org.jspecify.annotations.NullMarked;
