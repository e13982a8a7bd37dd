/** The names of the steps of a takedown, in their order. */
export const steps = [
  /** Nothing comes back from now on. */
  'order',
  /** No query finds it from now on. */
  'hide',
  'documents',
  'releases',
  'cache',
  'rewrite',
  'purge',
  'history',
  'prove',
] as const

export type StepName = (typeof steps)[number]
