/** `presslake explain` of any lake. */
import type { Store } from '../../lake/store.ts'
import type { Warehouse } from '../../lake/warehouse.ts'
import { DONE } from '../command.ts'
import { asLine, isolate, leftToRight } from '../terminal/bidi.ts'
import type { Streams } from '../terminal/streams.ts'
import { type Explanation, explainRow } from './explanation.ts'
import { findRow } from './found-row.ts'

/** What has to be asked: the tables, and the documents behind them. */
export interface ExplainedLake {
  readonly warehouse: Warehouse
  readonly inbox: Store
}

interface ShowOptions {
  readonly json: boolean
  readonly bidi: boolean
}

/** Explains the row with the id, or with the only id that begins so. */
export async function showExplanation(
  { warehouse, inbox }: ExplainedLake,
  named: string,
  { json, bidi }: ShowOptions,
  { out }: Pick<Streams, 'out'>,
): Promise<number> {
  const found = await findRow(warehouse, named)
  const explanation = await explainRow(inbox, found)
  if (json) {
    const { context, facts } = explanation
    const because = facts.filter(([, says]) => says !== null).map(([label, says]) => ({ label, says }))
    await out.write(`${JSON.stringify({ table: found.table, id: found.id, row: found.row, context, because })}\n`)
  } else await out.write(explanationText(explanation, bidi || out.isTerminal))
  return DONE
}

function explanationText({ heading, context, legend, facts }: Explanation, isBidi: boolean): string {
  const isolated = (text: string) => (isBidi ? isolate(asLine(text)) : asLine(text))
  const told = facts.filter(([, says]) => says !== null)
  const width = Math.max(...told.map(([label]) => label.length))
  const lines = [
    heading,
    ...(context === null ? [] : ['', `  ${isolated(context)}`, `  (${legend})`]),
    '',
    ...told.map(([label, says]) => `  ${label.padEnd(width)}  ${isolated(says ?? '')}`),
  ]
  return `${lines.map(line => (isBidi ? leftToRight(line) : line)).join('\n')}\n`
}
