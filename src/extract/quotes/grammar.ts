/** What a language says about reported speech. Filled in by the quotes module. */
export type QuoteGrammar = Record<string, never>
