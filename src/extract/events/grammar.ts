/** What a language says about events. Filled in by the events module. */
export type EventGrammar = Record<string, never>
