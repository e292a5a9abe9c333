/** What every long-running process of Courant needs. */
@NullMarked
package org.courant.service;

import org.jspecify.annotations.NullMarked;
