/** The schema as plain data: what is kept of a published version, and what changed against it. */
import type { Columns, ColumnType, Table } from './column.ts'

export type TypeDescription =
  | Exclude<ColumnType['kind'], 'code' | 'list' | 'struct'>
  | { readonly code: readonly string[] }
  | { readonly list: TypeDescription }
  | { readonly struct: Readonly<Record<string, ColumnDescription>> }

export interface ColumnDescription {
  readonly type: TypeDescription
  readonly nullable: boolean
}

export interface TableDescription {
  readonly primaryKey: readonly string[]
  readonly columns: Readonly<Record<string, ColumnDescription>>
}

export type SchemaDescription = Readonly<Record<string, TableDescription>>

/** What readers of the data depend on: names, order, types, words of a code, whether null is possible. */
export function describeSchema(tables: Readonly<Record<string, Table>>): SchemaDescription {
  return mapValues(tables, ({ primaryKey, columns }) => ({ primaryKey, columns: describeColumns(columns) }))
}

const describeColumns = (columns: Columns) =>
  mapValues(columns, ({ type, nullMeans }) => ({ type: describeType(type), nullable: nullMeans !== undefined }))

function describeType(type: ColumnType): TypeDescription {
  if (type.kind === 'code') return { code: type.values }
  if (type.kind === 'list') return { list: describeType(type.of) }
  return type.kind === 'struct' ? { struct: describeColumns(type.fields) } : type.kind
}

/**
 * What in `next` would break somebody who reads `published`; empty when all changes are additions: a table, a column or
 * field that may be null after the others, a word at the end of a code.
 */
export function breakingChanges(published: SchemaDescription, next: SchemaDescription): readonly string[] {
  return Object.entries(published).flatMap(([name, table]) => {
    const now = next[name]
    if (!now) return [`${name}: the table is gone`]
    const rekeyed = JSON.stringify(now.primaryKey) === JSON.stringify(table.primaryKey) ? [] : [`${name}: another key`]
    return [...rekeyed, ...columnChanges(table.columns, now.columns, name)]
  })
}

type ColumnDescriptions = TableDescription['columns']

function columnChanges(published: ColumnDescriptions, next: ColumnDescriptions, path: string): readonly string[] {
  const names = Object.keys(published)
  const gone = names.filter(name => !Object.hasOwn(next, name)).map(name => `${path}.${name}: the column is gone`)
  if (gone.length > 0) return gone
  const moved = Object.keys(next)
    .slice(0, names.length)
    .flatMap((name, i) => (name === names[i] ? [] : [`${path}.${name}: stands where ${names[i]} stood`]))
  const added = Object.entries(next)
    .filter(([name, { nullable }]) => !Object.hasOwn(published, name) && !nullable)
    .map(([name]) => `${path}.${name}: is new and never null, but rows published before lack it`)
  const changed = Object.entries(published).flatMap(([name, column]) =>
    columnChange(column, next[name] as ColumnDescription, `${path}.${name}`),
  )
  return [...moved, ...added, ...changed]
}

function columnChange(published: ColumnDescription, next: ColumnDescription, path: string): readonly string[] {
  const loosened = next.nullable && !published.nullable ? [`${path}: may now be null`] : []
  return [...loosened, ...typeChanges(published.type, next.type, path)]
}

function typeChanges(published: TypeDescription, next: TypeDescription, path: string): readonly string[] {
  if (typeof published === 'object' && typeof next === 'object') {
    if ('list' in published && 'list' in next) return typeChanges(published.list, next.list, `${path}[]`)
    if ('struct' in published && 'struct' in next) return columnChanges(published.struct, next.struct, path)
    if ('code' in published && 'code' in next) {
      return published.code.every((word, i) => next.code[i] === word)
        ? []
        : [`${path}: a word of the code is gone or moved`]
    }
  }
  return published === next ? [] : [`${path}: was ${typeName(published)}, is ${typeName(next)}`]
}

const typeName = (type: TypeDescription) => (typeof type === 'object' ? Object.keys(type).join() : type)

const mapValues = <T, U>(values: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))
