/** The vocabulary in which a table is declared. Everything that describes a row elsewhere is derived from these values. */

export type ColumnType =
  | { readonly kind: 'string' }
  | { readonly kind: 'code'; readonly values: readonly string[] }
  | { readonly kind: 'int32' }
  | { readonly kind: 'int64' }
  | { readonly kind: 'double' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'list'; readonly of: ColumnType }
  | { readonly kind: 'struct'; readonly fields: Columns }

export interface Column {
  readonly type: ColumnType
  /** What the value says, with its unit. One sentence without a newline: it becomes a column comment in the catalog. */
  readonly meaning: string
  /** What null means; absent when the column is never null. */
  readonly nullMeans?: string
  readonly example: unknown
}

export type Columns = Readonly<Record<string, Column>>

/** `column` of this table holds `key` of a row of `table`, which may be this table itself. */
export interface Reference<Name extends string = string> {
  readonly column: Name
  readonly table: string
  readonly key: string
}

export interface Table<C extends Columns = Columns> {
  readonly name: string
  readonly meaning: string
  /** Columns that identify a row of the table that people see. */
  readonly primaryKey: readonly string[]
  /** Columns that hold the key of another row. */
  readonly references?: readonly Reference[]
  readonly columns: C
}

export const string = { kind: 'string' } as const
export const int32 = { kind: 'int32' } as const
/** Read and written as a JavaScript number; refused beyond 2^53. */
export const int64 = { kind: 'int64' } as const
export const double = { kind: 'double' } as const
export const boolean = { kind: 'boolean' } as const
/** A calendar date, `YYYY-MM-DD` in a row. */
export const date = { kind: 'date' } as const
/** An instant in UTC, ISO 8601 with a final Z in a row, stored in microseconds. */
export const timestamp = { kind: 'timestamp' } as const
/** A closed list of words. */
export const code = <const V extends readonly string[]>(values: V) => ({ kind: 'code', values }) as const
export const list = <const T extends ColumnType>(of: T) => ({ kind: 'list', of }) as const
export const struct = <const F extends Columns>(fields: F) => ({ kind: 'struct', fields }) as const

interface Required<T extends ColumnType> extends Column {
  readonly type: T
}
interface Optional<T extends ColumnType> extends Column {
  readonly type: T
  readonly nullMeans: string
}

/** A column that is never null. */
export function required<const T extends ColumnType>(type: T, meaning: string, example: Value<T>): Required<T> {
  return { type, meaning, example }
}

/** A column that may be null, with what null means. */
export function optional<const T extends ColumnType>(
  type: T,
  meaning: string,
  nullMeans: string,
  example: Value<T>,
): Optional<T> {
  return { type, meaning, nullMeans, example }
}

interface KeyedTable<C extends Columns> extends Table<C> {
  readonly primaryKey: readonly (keyof C & string)[]
  readonly references?: readonly Reference<keyof C & string>[]
}

export const table = <const C extends Columns>(definition: KeyedTable<C>): Table<C> => definition

/** The JavaScript value of a column type. */
export type Value<T> = T extends { kind: 'code'; values: infer V extends readonly string[] }
  ? V[number]
  : T extends { kind: 'string' | 'date' | 'timestamp' }
    ? string
    : T extends { kind: 'int32' | 'int64' | 'double' }
      ? number
      : T extends { kind: 'boolean' }
        ? boolean
        : T extends { kind: 'list'; of: infer E }
          ? readonly Value<E>[]
          : T extends { kind: 'struct'; fields: infer F }
            ? Fields<F>
            : never

type Fields<C> = {
  readonly [K in keyof C]: C[K] extends { type: infer T; nullMeans: string }
    ? Value<T> | null
    : C[K] extends { type: infer T }
      ? Value<T>
      : never
}

/** The row type of a table. */
export type Row<T> = T extends { columns: infer C } ? Fields<C> : never
