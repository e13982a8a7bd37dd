/** Values as Athena's answers spell them → values of a result. */
import { numberOrBigint } from './numbers.ts'
import type { Value } from './warehouse.ts'

/** `text` is undefined for null. Lists and structs stay the text that Athena shows; `CAST(… AS JSON)` gives an exact one. */
export function athenaValue(text: string | undefined, type: string): Value {
  if (text === undefined) return null
  switch (type.replace(/\(.*$/, '')) {
    case 'tinyint':
    case 'smallint':
    case 'integer':
    case 'bigint':
      return numberOrBigint(BigInt(text))
    case 'real':
    case 'float':
    case 'double':
    case 'decimal':
      return Number(text)
    case 'boolean':
      return text === 'true'
    case 'timestamp':
    case 'timestamp with time zone':
      return instant(text)
    default:
      return text
  }
}

/** `2024-03-20 00:00:00.000 UTC` → `2024-03-20T00:00:00Z`. Times of day in other zones stay as they are. */
function instant(text: string): string {
  const [, day, time, fraction = '', zone] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?: (\S+))?$/.exec(text) ?? []
  if (!day || (zone && zone !== 'UTC')) return text
  const needed = fraction.replace(/0+$/, '')
  return `${day}T${time}${needed && `.${needed}`}Z`
}
