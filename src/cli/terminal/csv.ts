/** Rows as CSV (RFC 4180). */

/** A line without its end. Null is empty, an empty text is `""`. */
export const csvLine = (values: readonly (string | null)[]): string => values.map(csvField).join(',')

function csvField(value: string | null): string {
  if (value === null) return ''
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
