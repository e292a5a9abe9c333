/** Asks a model through an endpoint that speaks OpenAI's chat completions. */
@NullMarked
package org.courant.enrich.languagemodel.chat;

import org.jspecify.annotations.NullMarked;
