/** Columns of ours in the types of Trino, and its answers as values of ours. */
import type { ColumnType } from '../../schemas/index.ts'
import type { Value } from '../../src/lake/warehouse.ts'

export type TimestampDigits = 3 | 6

/** Iceberg keeps microseconds, the Hive tables of Athena milliseconds. */
export function trinoType(type: ColumnType, digits: TimestampDigits): string {
  switch (type.kind) {
    case 'string':
    case 'code':
      return 'varchar'
    case 'int32':
      return 'integer'
    case 'int64':
      return 'bigint'
    case 'double':
    case 'boolean':
    case 'date':
      return type.kind
    case 'timestamp':
      return `timestamp(${digits})`
    case 'list':
      return `array(${trinoType(type.of, digits)})`
    case 'struct':
      return `row(${Object.entries(type.fields)
        .map(([name, field]) => `"${name}" ${trinoType(field.type, digits)}`)
        .join(', ')})`
  }
}

/** A type as the answer of a query describes it. */
export interface TypeSignature {
  readonly rawType: string
  readonly arguments: readonly {
    readonly kind: string
    readonly value: unknown
  }[]
}

/** A value of an answer. Rows come as lists of their fields. */
export function trinoValue(value: unknown, type: TypeSignature): Value {
  if (value === null || value === undefined) return null
  if (type.rawType === 'array') {
    const of = type.arguments[0]?.value as TypeSignature
    return (value as unknown[]).map(item => trinoValue(item, of))
  }
  if (type.rawType === 'row') {
    const fields = type.arguments as unknown as readonly { value: Field }[]
    return Object.fromEntries(
      fields.map(({ value: { fieldName, typeSignature } }, i) => [
        fieldName.name,
        trinoValue((value as unknown[])[i], typeSignature),
      ]),
    )
  }
  if (type.rawType === 'timestamp') return instant(String(value))
  return value as Value
}

interface Field {
  readonly fieldName: { readonly name: string }
  readonly typeSignature: TypeSignature
}

/** `2024-03-20 08:00:00.250000` → `2024-03-20T08:00:00.25Z`. */
const instant = (text: string) => `${text.replace(' ', 'T').replace(/\.?0+$/, '')}Z`
