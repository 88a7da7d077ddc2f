/**
 * What can be learned from. {@link org.quarry.learning.data.RoleProposal} says what columns should
 * be for, {@link org.quarry.learning.data.DataSet} holds rows as raw numbers, {@link
 * org.quarry.learning.data.Preparation} makes points of them by what the rows trained on tell, and
 * {@link org.quarry.learning.data.Folds} say which rows test and which train.
 */
@NullMarked
package org.quarry.learning.data;

import org.jspecify.annotations.NullMarked;
