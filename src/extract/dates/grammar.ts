/** What a language says about dates. Filled in by the dates module. */
export type DateGrammar = Record<string, never>
