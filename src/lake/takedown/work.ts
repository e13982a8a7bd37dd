/** The steps of a takedown, and whoever carries them out. Each may be done again, after an error as after an interruption. */
import { UsageError } from '../../errors.ts'
import { isArticleId, latestReleaseKey, releasePrefix } from '../keys.ts'
import { StatementRuns } from '../warehouse.ts'
import { deleteDocuments } from './documents.ts'
import { eraseHistory, purge } from './leftovers.ts'
import { NO_TIME, type Pause, type Step, type TakedownPorts } from './ports.ts'
import { prove } from './proof.ts'
import { newRecord, readRecord, type TakedownRecord, united, writeRecord } from './record.ts'
import { type StepName, steps } from './steps.ts'
import { hide, order, rewrite } from './tables.ts'

/** Searches everything that was published. */
const withdraw: Step = async ({ releases }, record, goOn) => {
  const { searched, withdrawn, isDone } = await releases.withdraw(record, goOn)
  const after = {
    ...record,
    searched: united(record.searched, searched),
    withdrawn: [...record.withdrawn, ...withdrawn],
  }
  return { record: after, ...(isDone ? {} : { pause: NO_TIME }) }
}

/** Open releases are served to everybody, and kept on the way. */
const refresh: Step = async ({ cache }, record) => {
  const versions = record.withdrawn.filter(({ profile }) => profile === 'open').map(({ version }) => version)
  if (!cache || versions.length === 0) return { record }
  const keys = [...versions.map(version => `${releasePrefix('open', version)}*`), latestReleaseKey('open')]
  const invalidate = keys.map(key => `/${key}`)
  if (await cache.hasLetGo(invalidate)) return { record }
  return { record, pause: { seconds: 0, because: 'caches still hold what was withdrawn', invalidate } }
}

/** The order stands from the first step on: what follows may be interrupted, and nothing comes back meanwhile. */
const stepsByName: Readonly<Record<StepName, Step>> = {
  order,
  hide,
  documents: deleteDocuments,
  releases: withdraw,
  cache: refresh,
  rewrite,
  purge,
  history: eraseHistory,
  prove,
}

export interface Request {
  readonly articleId: string
  /** Name of the call: one of the same name goes on where the last one stopped. */
  readonly run: string
}

export interface WorkOptions {
  /** Asked before whatever takes long; when it says no, the rest is left. */
  readonly goOn?: () => boolean
  readonly progress?: (step: TakedownProgress) => void
}

export interface TakedownProgress {
  readonly step: string
  readonly done: number
  readonly total: number
}

export interface Worked {
  readonly record: TakedownRecord
  /** Why it is not done, and when to go on; null when it is. */
  readonly pause: Pause | null
}

/** Goes on with a takedown, as far as it comes. */
export async function work(
  ports: TakedownPorts,
  { articleId, run }: Request,
  { goOn = () => true, progress }: WorkOptions = {},
): Promise<Worked> {
  if (!isArticleId(articleId)) throw new UsageError(`expected the id of an article, got ${articleId}`)
  const before = await readRecord(ports.store, articleId)
  let record = before?.run === run ? before : newRecord(articleId, run, new Date(ports.clock()).toISOString(), before)
  for (const [done, name] of steps.entries()) {
    if (record.done.includes(name)) continue
    if (!goOn()) return { record, pause: NO_TIME }
    progress?.({ step: name, done, total: steps.length })
    const result = await stepsByName[name](ports, record, goOn).catch(error => {
      const because = runningOf(error)
      if (because === null) throw error
      return { record, pause: { seconds: WAIT_FOR_STATEMENT_SECONDS, because, continues: true } }
    })
    const { pause = null } = result
    record = pause ? result.record : { ...result.record, done: [...record.done, name] }
    await writeRecord(ports.store, record)
    if (pause) return { record, pause }
  }
  return { record, pause: null }
}

const WAIT_FOR_STATEMENT_SECONDS = 30

/** What goes on, when that is what kept a step from being done. */
function runningOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause as unknown) if (at instanceof StatementRuns) return at.message
  return null
}
