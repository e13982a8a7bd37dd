/**
 * The tables below the views. A batch is staged in `<table>_staged`, merged into `<table>_stored`, and people query the view
 * `<table>`. Staged and stored rows have the columns of the view and the reading that made them: one state of one object,
 * read with what came with it by one version of the rules. All rows of a reading are staged in one batch.
 */
import { type Column, type Table, type TableName, tables } from '../../../schemas/index.ts'

/** Tables whose rows belong to an article. */
export const childNames = ['quotes', 'events', 'comments'] as const
export type ChildName = (typeof childNames)[number]

/** In the order in which they are written and merged: who sees an article of `articles` finds everything else there. */
export const mergeOrder = ['documents', ...childNames, 'articles'] as const satisfies readonly TableName[]

export const stagedName = (table: TableName): string => `${table}_staged`
export const storedName = (table: TableName): string => `${table}_stored`

const readingColumns = {
  reading_id: {
    type: { kind: 'string' },
    meaning: 'Which reading of which object made the row; no column of the published tables',
    example: 'r_3f0c3b1e9d2a4c670b1d',
  },
} as const satisfies Record<string, Column>

/** What a sweep compares beside the version of the object itself. */
const sweepColumns = {
  sidecar_version: {
    type: { kind: 'string' },
    meaning: 'Version id of the sidecar that was read with the object',
    nullMeans: 'there was none, or the store keeps no versions',
    example: 'L4kqtJlcpXroDTDmpUMLUo3sL4kqtJlc',
  },
} as const satisfies Record<string, Column>

/** Columns of the staged and stored rows of a table, in their order. */
export function storedColumns(name: TableName): Readonly<Record<string, Column>> {
  const { columns }: Table = tables[name]
  const own = name === 'documents' ? sweepColumns : {}
  return { ...columns, source_key: tables.documents.columns.source_key, ...readingColumns, ...own }
}

export const columnNames = (name: TableName): readonly string[] => Object.keys(storedColumns(name))
export const publicColumnNames = (name: TableName): readonly string[] => Object.keys(tables[name].columns)

/** The single column by which the view identifies its rows. */
export const idColumn = (name: TableName): string => tables[name].primaryKey[0] as string

const withName = (name: TableName, called: string): Table => ({
  name: called,
  meaning: `${tables[name].meaning}; not to be queried, see the view ${name}`,
  primaryKey: [idColumn(name), 'reading_id'],
  columns: storedColumns(name),
})

const each = (called: (name: TableName) => string) =>
  Object.fromEntries(mergeOrder.map(name => [name, withName(name, called(name))])) as Readonly<Record<TableName, Table>>
const storedTables = each(storedName)
const stagedTables = each(stagedName)

/** A stored table. */
export const storedTable = (name: TableName): Table => storedTables[name]
/** A staged table; the catalog of the cloud holds it, with `batch` as its partition. */
export const stagedTable = (name: TableName): Table => stagedTables[name]

/** Articles that must not be shown, whatever is read again. */
export const takedownsTable: Table = {
  name: 'takedowns',
  meaning: 'One row per article that was taken down for good',
  primaryKey: ['article_id'],
  columns: { article_id: tables.articles.columns.article_id },
}

/** Which numbered changes the tables have been through. */
export const migrationsTable: Table = {
  name: 'migrations',
  meaning: 'One row per change of the tables that was carried out',
  primaryKey: ['number'],
  columns: {
    number: { type: { kind: 'int32' }, meaning: 'Number of the change, from 1', example: 1 },
    name: { type: { kind: 'string' }, meaning: 'What it does, in a few words', example: 'tables' },
  },
}
