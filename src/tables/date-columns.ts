import type { DateValue } from '../types.ts'

type DateColumns<P extends string> = Record<`${P}_on` | `${P}_min` | `${P}_max`, string | null>

/** `<prefix>_on`, `_min` and `_max` of a date. */
export function dateColumns<P extends string>(prefix: P, value: DateValue | null): DateColumns<P> {
  return {
    [`${prefix}_on`]: value?.edtf ?? null,
    [`${prefix}_min`]: value?.min ?? null,
    [`${prefix}_max`]: value?.max ?? null,
  } as DateColumns<P>
}
