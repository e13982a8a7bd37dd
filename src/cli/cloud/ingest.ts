/** `presslake ingest` into a lake in the cloud: puts files into the inbox, where the deployed functions find them. */
import { UsageError } from '../../errors.ts'
import { type Arrival, awaitArrival } from '../../lake/cloud/arrival.ts'
import type { CloudLake } from '../../lake/cloud/lake.ts'
import { type DropReport, drop } from '../../lake/drop.ts'
import { refusedDocuments } from '../../lake/takedowns.ts'
import { CHECK_FAILED, DONE } from '../command.ts'
import { firstOf, outcomesText, problemsText, refusalsText } from '../reports/outcomes.ts'
import { progressOn } from '../terminal/progress.ts'
import type { Streams } from '../terminal/streams.ts'

export interface CloudIngestOptions {
  readonly delete: boolean
  readonly wait: boolean
  readonly json: boolean
}

/** Files on their way at once. */
const AT_ONCE = 16
const PATIENCE_MS = 60 * 60_000

export async function ingestIntoCloud(
  lake: CloudLake,
  paths: readonly string[],
  { delete: mirror, wait, json }: CloudIngestOptions,
  streams: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  if (paths.length === 0 && !wait)
    throw new UsageError(
      'expected files or folders, or --wait: the functions of the deployment read the inbox by themselves, and presslake status shows how far they are',
    )
  const progress = progressOn(streams.err)
  const deadLettersBefore = wait ? await deadLettersOf(lake) : 0
  const dropped = await drop(lake.inbox, paths, {
    mirror,
    refused: await refusedDocuments(lake.store),
    atOnce: AT_ONCE,
    progress: (done, total) => progress.step('sent', done, total),
  })
  progress.end()
  const arrival = wait
    ? await awaitArrival(lake, dropped.documents, {
        deadLettersBefore,
        patienceMs: PATIENCE_MS,
        progress: (phase, count) => progress.note(`${phase}: ${count}`),
      })
    : null
  progress.end()
  const { documents, ...counts } = dropped
  if (json)
    await streams.out.write(`${JSON.stringify({ dropped: counts, ...(arrival ? told(dropped, arrival) : {}) })}\n`)
  else await streams.err.write(`${[...droppedText(dropped), ...arrivalText(lake, dropped, arrival)].join('\n')}\n`)
  const isIncomplete = dropped.refused.some(({ isError }) => isError) || (arrival?.missing.length ?? 0) > 0
  return isIncomplete ? CHECK_FAILED : DONE
}

async function deadLettersOf({ queues, names }: CloudLake): Promise<number> {
  const { waiting, inWork } = await queues.depth(names.intakeDeadLetters)
  return waiting + inWork
}

/** Of what was sent, as on disk of what was read. */
function told({ documents }: DropReport, { arrived, missing, deadLetters }: Arrival) {
  const sent = new Set(documents.filter(({ isCopied }) => isCopied).map(({ sourceKey }) => sourceKey))
  const outcomes: Record<string, number> = {}
  const read = arrived.filter(({ sourceKey }) => sent.has(sourceKey))
  for (const { outcome } of read) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  const problems = read.flatMap(({ reason, ...document }) => (reason === null ? [] : [{ ...document, reason }]))
  return { outcomes, problems, missing, deadLetters }
}

function droppedText({ copied, unchanged, deleted, refused }: DropReport): readonly string[] {
  const counts = [
    [copied, 'sent'],
    [unchanged, 'unchanged'],
    [deleted, 'deleted'],
  ].filter(([count]) => count !== 0)
  const files = counts.map(([count, what]) => `${count} ${what}`).join(', ')
  return [`files: ${files || 'none sent'}`, ...firstOf(refusalsText(refused))]
}

function arrivalText({ address }: CloudLake, dropped: DropReport, arrival: Arrival | null): readonly string[] {
  if (!arrival)
    return dropped.copied + dropped.deleted === 0
      ? []
      : [
          'They are read within minutes, and in the tables after the next merge, every quarter or half hour.',
          `presslake status --lake ${address} shows how far they are, presslake merge --lake ${address} merges now.`,
        ]
  const { outcomes, problems, missing, deadLetters } = told(dropped, arrival)
  return [
    ...outcomesText(outcomes),
    ...problemsText(problems),
    ...(deadLetters === 0
      ? []
      : [
          `${deadLetters} messages failed and wait among the dead letters: presslake tail --lake ${address} --since 1h`,
        ]),
    ...firstOf(missing.map(name => `not in the tables yet: ${name}`)),
  ]
}
