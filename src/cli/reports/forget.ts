/** What a takedown would do, and what it did and proved, in words. */
import type { Check } from '../../lake/takedown/check.ts'
import type { TakedownRecord } from '../../lake/takedown/record.ts'
import { CHECK_FAILED, DONE } from '../command.ts'
import type { ForetoldArticle } from '../foretell.ts'
import { asLine } from '../terminal/bidi.ts'
import type { Streams } from '../terminal/streams.ts'

export async function showForetold(
  foretold: ForetoldArticle,
  { json }: { readonly json: boolean },
  { out, err }: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  const { id, what, releases } = foretold
  if (json) await out.write(`${JSON.stringify({ article_id: id, ...what, releases, done: false })}\n`)
  else await err.write(`${[...foretoldText(foretold), 'nothing was done: --yes takes it down'].join('\n')}\n`)
  return CHECK_FAILED
}

function foretoldText({ id, what, releases }: ForetoldArticle): readonly string[] {
  if (!what) return [`${id} is not in the lake; it would be kept out when it comes`]
  return [
    `${id}${what.title === null ? '' : `: ${asLine(what.title)}`}`,
    `would go: the article, ${what.quotes} quotes, ${what.events} events, ${what.comments} comments`,
    ...what.documents.map(({ sourceKey, fate, others }) =>
      fate === 'deleted'
        ? `would be deleted from the inbox: ${sourceKey}`
        : `would stay in the inbox, for the sake of ${others} other articles: ${sourceKey}`,
    ),
    ...releases.map(({ version, profile }) => `would be withdrawn: release ${version}, ${profile}`),
  ]
}

/** What was done, and the proof. The exit code says whether something is left. */
export async function showTakedown(
  record: TakedownRecord,
  { json }: { readonly json: boolean },
  { out, err }: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  if (json) await out.write(`${JSON.stringify(takedownJson(record))}\n`)
  else await err.write(`${takedownText(record).join('\n')}\n`)
  return isLeft(record) ? CHECK_FAILED : DONE
}

/** What programs get. */
const takedownJson = (record: TakedownRecord) => ({
  article_id: record.article_id,
  requested_at: record.requested_at,
  deleted: erased(record),
  kept: kept(record),
  duplicates: record.duplicates,
  withdrawn: record.withdrawn,
  checks: record.checks,
  done: true,
})

const erased = ({ documents }: TakedownRecord) =>
  documents.filter(({ fate, erased }) => fate === 'deleted' && erased > 0).map(({ source_key }) => source_key)
const kept = ({ documents }: TakedownRecord) =>
  documents.filter(({ fate }) => fate === 'kept').map(({ source_key }) => source_key)

function takedownText(record: TakedownRecord): readonly string[] {
  const checks = record.checks ?? []
  return [
    `taken down: ${record.article_id}`,
    ...erased(record).map(key => `deleted from the inbox: ${key}`),
    ...kept(record).map(key => `still in the inbox, because other articles stand in it: ${key}`),
    ...record.duplicates.map(id => `has the same body and stays: ${id}`),
    ...record.withdrawn.map(({ version, profile }) => `withdrawn: release ${version}, ${profile}`),
    ...proofText(checks),
  ]
}

function proofText(checks: readonly Check[]): readonly string[] {
  const digits = Math.max(1, ...checks.map(({ found }) => String(found).length))
  const left = checks.filter(({ found }) => found > 0)
  return [
    'what was looked for in the end, and found:',
    ...checks.map(
      ({ place, found, because }) =>
        `  ${String(found).padStart(digits)} ${place}${because === null ? '' : `: ${because}`}`,
    ),
    left.length === 0 ? 'nothing is left of it' : `something is left in ${left.length} of ${checks.length} places`,
  ]
}

/** Whether something of the article is left anywhere. */
const isLeft = ({ checks }: TakedownRecord): boolean => checks === null || checks.some(({ found }) => found > 0)
