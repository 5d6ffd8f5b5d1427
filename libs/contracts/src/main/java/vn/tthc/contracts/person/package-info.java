/** Keys of persons, so that a person can be forgotten. */
@NullMarked
package vn.tthc.contracts.person;

import org.jspecify.annotations.NullMarked;
