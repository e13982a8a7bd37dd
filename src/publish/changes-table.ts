import { code, list, type Row, required, string, table } from '../../schemas/column.ts'

/** A file of `changes/`. */
export const changesTable = table({
  name: 'changes',
  meaning: 'One row per row of a table that differs from the release before',
  primaryKey: ['key'],
  columns: {
    key: required(string, 'The key of the row in its table', 'q_1d3e5f7a9b2c4d6e'),
    change: required(code(['added', 'changed', 'removed']), 'What became of the row', 'changed'),
    columns: required(list(string), 'Columns that differ, in their order, where the row changed', ['speaker']),
    cause: required(
      code(['source', 'pipeline', 'takedown']),
      'source: the document came, went or changed; pipeline: other rules read it; takedown: it may no longer be shown',
      'pipeline',
    ),
  },
})

export type Change = Row<typeof changesTable>
