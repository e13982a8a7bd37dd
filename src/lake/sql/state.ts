/** The order of states, on which every merge rests: never the order of arrival. */

/** The newest state first; a total order, since a reading is one state. */
export const newestFirst = 'revision DESC, pipeline_version DESC, reading_id DESC'

/** True when row `a` is of a later state than row `b`. */
export function isNewer(a: string, b: string): string {
  const after = (column: string, then: string) =>
    `(${a}.${column} > ${b}.${column} OR (${a}.${column} = ${b}.${column} AND ${then}))`
  return after('revision', after('pipeline_version', `${a}.reading_id > ${b}.reading_id`))
}
