/** Every port of the store on MongoDB, by single-document operations alone. */
@NullMarked
package vn.tthc.platform.mongo;

import org.jspecify.annotations.NullMarked;
