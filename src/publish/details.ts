/** What only the owner of a dataset can say of it: `release.json` in the lake. */
import { optional, required, string, table } from '../../schemas/column.ts'
import type { Row } from '../../schemas/index.ts'
import { UsageError } from '../errors.ts'
import { detailsKey } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import { problemText, validateRow } from '../tables/validate.ts'

const detailsTable = table({
  name: 'details',
  meaning: 'What the owner says of the dataset',
  primaryKey: ['name'],
  columns: {
    name: required(string, 'Short name, for files and links', 'press-archive'),
    title: required(string, 'Title', 'Press archive'),
    description: required(string, 'What it holds and for whom', 'Articles of …'),
    creator: required(string, 'Person or organisation that publishes it', 'The Example Institute'),
    homepage: optional(string, 'Address of its page', 'it has none', 'https://data.example/press'),
    contact: optional(
      string,
      'Where to ask, and to have something taken down',
      'none is given',
      'data@institute.example',
    ),
  },
})

export type Details = Row<typeof detailsTable>

const defaults: Details = {
  name: 'presslake',
  title: 'Articles, quotations, events and comments from the press',
  description:
    'News articles read into tables: who said what, what happened, and when. Every quotation and event carries its place in the text of its article, and the rule that found it.',
  creator: 'The owner of this lake',
  homepage: null,
  contact: null,
}

/** The owner's words where there are any. Throws a UsageError that names what is wrong with them. */
export async function readDetails(store: Store): Promise<Details> {
  const object = await store.get(detailsKey)
  if (!object) return defaults
  const details: unknown = { ...defaults, ...parse(object.bytes) }
  const [problem] = validateRow(detailsTable, details)
  if (problem) throw new UsageError(`${detailsKey} of ${store.name}: ${problemText(problem)}`)
  return details as Details
}

function parse(bytes: Uint8Array): object {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
    throw new SyntaxError('it holds something else')
  } catch (cause) {
    throw new UsageError(`expected a JSON object in ${detailsKey}: ${(cause as Error).message}`, { cause })
  }
}
