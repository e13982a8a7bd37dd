/**
 * Version of the rules, from reading to rows. It goes up by one whenever the same document may give other rows, so that
 * reprocessed rows replace older ones.
 */
export const pipelineVersion = 2
