/** What is told beside a document, in `X.meta.json` or as metadata of the object → facts. */
import type { Facts, Issue } from '../types.ts'

export interface Told {
  readonly facts: Pick<Facts, 'publishedAt' | 'url' | 'siteName' | 'capturedAt'>
  /** What could not be used, to be noted with the document. */
  readonly issues: readonly Issue[]
}

type Field = keyof Told['facts']

/** Names as they stand in a sidecar. On S3, where names are letters and hyphens to some clients, `site-name` is as good. */
const fields: Readonly<
  Record<string, { readonly fact: Field; readonly expected: string; read(text: string): string | null }>
> = {
  published_at: {
    fact: 'publishedAt',
    expected: 'an ISO date, instant or EDTF date',
    read: text => text.trim() || null,
  },
  url: { fact: 'url', expected: 'an http(s) address', read: webAddress },
  site_name: { fact: 'siteName', expected: 'a name', read: text => text.trim() || null },
  captured_at: {
    fact: 'capturedAt',
    expected: 'an ISO instant or date such as 2024-03-20T08:00:00Z',
    read: instant,
  },
}

/** Whether a name is one of those that tell something. */
export const isTold = (name: string): boolean => Object.hasOwn(fields, name.replaceAll('-', '_'))

/** Nothing is told. */
export const nothingTold: Told = { facts: {}, issues: [] }

/** Reads a sidecar. One that is no JSON object, or holds something else than expected, tells less and says so. */
export function readSidecar(bytes: Uint8Array): Told {
  let told: unknown
  try {
    told = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return { facts: {}, issues: [issue(`expected JSON in UTF-8: ${(error as Error).message}`)] }
  }
  if (typeof told !== 'object' || told === null || Array.isArray(told))
    return { facts: {}, issues: [issue('expected a JSON object')] }
  return readMetadata(told as Record<string, unknown>)
}

/** Reads named values. */
export function readMetadata(told: Readonly<Record<string, unknown>>): Told {
  const facts: { -readonly [F in Field]?: string } = {}
  const issues: Issue[] = []
  for (const [name, value] of Object.entries(told)) {
    const field = fields[name.replaceAll('-', '_')]
    if (!field)
      issues.push(issue(`expected ${Object.keys(fields).join(', ')}; got ${JSON.stringify(name)}, which is not used`))
    else if (value !== null) {
      const read = typeof value === 'string' ? field.read(value.toWellFormed()) : null
      if (read === null)
        issues.push(issue(`expected ${field.expected} as ${name}, got ${JSON.stringify(value).slice(0, 80)}`))
      else facts[field.fact] = read
    }
  }
  return { facts, issues }
}

const issue = (detail: string): Issue => ({ code: 'sidecar', detail })

function webAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? text.trim() : null
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/

const DATE = /^\d{4}-\d\d-\d\d$/

/** An instant in UTC, to the second or finer as given. A date alone is its first instant: what was seen is no younger. */
function instant(text: string): string | null {
  const given = text.trim()
  const isDate = DATE.test(given)
  const at = isDate || INSTANT.test(given) ? new Date(given) : null
  if (!at || Number.isNaN(at.getTime()) || (isDate && !at.toISOString().startsWith(given))) return null
  return at.toISOString().replace('.000Z', 'Z')
}
