/** Rows → Arrow columns, each filled in one pass. The rows are taken to be valid: `validate.ts` has seen them. */
import {
  Table as ArrowTable,
  Bool,
  type Data,
  DateDay,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  TimestampMicrosecond,
  Utf8,
} from 'apache-arrow'
import type { Columns, ColumnType, Table } from '../../schemas/index.ts'

type Fields = Readonly<Record<string, unknown>>

/** The rows of a table as one Arrow batch: same names, order and nullability; elements of lists are never null. */
export function arrowTable(table: Table, rows: readonly Fields[]): ArrowTable {
  const data = structData(table.columns, rows)
  return new ArrowTable([new RecordBatch(new Schema(data.type.children), data)])
}

/** One column. Null becomes a cleared bit over a zero; so does whatever a null struct lacks. */
function columnData(type: ColumnType, values: readonly unknown[]): Data {
  const given = { length: values.length, ...validity(values) }
  switch (type.kind) {
    case 'string':
    case 'code':
      return makeData({ type: new Utf8(), ...given, ...utf8(values) })
    case 'int32':
      return makeData({ type: new Int32(), ...given, data: Int32Array.from(values, orZero) })
    case 'int64':
      return makeData({ type: new Int64(), ...given, data: BigInt64Array.from(values, value => BigInt(orZero(value))) })
    case 'double':
      return makeData({ type: new Float64(), ...given, data: Float64Array.from(values, orZero) })
    case 'boolean':
      return makeData({ type: new Bool(), ...given, data: bits(values, value => value === true) })
    case 'date':
      return makeData({ type: new DateDay(), ...given, data: Int32Array.from(values, days) })
    case 'timestamp':
      return makeData({
        type: new TimestampMicrosecond('UTC'),
        ...given,
        data: BigInt64Array.from(values, microseconds),
      })
    case 'list': {
      const child = columnData(
        type.of,
        values.flatMap(list => (list ?? []) as readonly unknown[]),
      )
      // The name that the Parquet format asks for.
      const element = new Field('element', child.type, false)
      return makeData({ type: new List(element), ...given, valueOffsets: listOffsets(values), child })
    }
    case 'struct':
      return structData(type.fields, values)
  }
}

function structData(columns: Columns, values: readonly unknown[]): Data<Struct> {
  const structs = values as readonly (Fields | null)[]
  const children = Object.entries(columns).map(([name, { type }]) =>
    columnData(
      type,
      structs.map(struct => struct?.[name]),
    ),
  )
  const fields = Object.entries(columns).map(
    ([name, { nullMeans }], i) => new Field(name, (children[i] as Data).type, nullMeans !== undefined),
  )
  return makeData({ type: new Struct(fields), length: values.length, ...validity(values), children })
}

const isGiven = (value: unknown) => value !== null && value !== undefined

function validity(values: readonly unknown[]) {
  const nullCount = values.reduce<number>((count, value) => (isGiven(value) ? count : count + 1), 0)
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bits(values, isGiven) }
}

/** One bit a value, lowest first. */
function bits(values: readonly unknown[], isSet: (value: unknown) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8))
  values.forEach((value, i) => {
    if (isSet(value)) bytes[i >> 3] = (bytes[i >> 3] as number) | (1 << (i & 7))
  })
  return bytes
}

const encoder = new TextEncoder()
/** Bytes that one UTF-16 code unit takes in UTF-8, at most. */
const MOST_BYTES = 3

function utf8(values: readonly unknown[]): { readonly valueOffsets: Int32Array; readonly data: Uint8Array } {
  const valueOffsets = new Int32Array(values.length + 1)
  let data = new Uint8Array(values.length * 16)
  let at = 0
  values.forEach((value, i) => {
    if (typeof value === 'string') {
      const needed = at + value.length * MOST_BYTES
      if (needed > data.length) data = grown(data, needed)
      at += encoder.encodeInto(value, data.subarray(at)).written
    }
    valueOffsets[i + 1] = at
  })
  return { valueOffsets, data: data.subarray(0, at) }
}

function grown(data: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, data.length * 2))
  larger.set(data)
  return larger
}

function listOffsets(values: readonly unknown[]): Int32Array {
  const offsets = new Int32Array(values.length + 1)
  values.forEach((list, i) => {
    offsets[i + 1] = (offsets[i] as number) + ((list as readonly unknown[] | null | undefined)?.length ?? 0)
  })
  return offsets
}

const orZero = (value: unknown) => (typeof value === 'number' ? value : 0)

const MILLISECONDS_A_DAY = 86_400_000
const days = (value: unknown) => (typeof value === 'string' ? Date.parse(value) / MILLISECONDS_A_DAY : 0)

const TO_THE_SECOND = 'YYYY-MM-DDThh:mm:ss'.length

/** Microseconds since 1970 of an instant that ends in Z; JavaScript's own dates stop at milliseconds. */
function microseconds(value: unknown): bigint {
  if (typeof value !== 'string') return 0n
  const seconds = Date.parse(`${value.slice(0, TO_THE_SECOND)}Z`) / 1000
  const fraction = value.slice(TO_THE_SECOND + 1, -1).padEnd(6, '0')
  return BigInt(seconds) * 1_000_000n + BigInt(fraction)
}
