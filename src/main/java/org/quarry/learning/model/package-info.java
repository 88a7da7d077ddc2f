/**
 * Models: what they hold, JSON to and from, where a database keeps them, and what they say of rows.
 */
@NullMarked
package org.quarry.learning.model;

import org.jspecify.annotations.NullMarked;
