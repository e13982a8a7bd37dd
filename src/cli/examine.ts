/** Checks of this machine and of a lake, each with what it found. */
import { tables } from '../../schemas/index.ts'
import { isInCloud } from '../lake/address.ts'
import { checkSpans } from '../lake/checks.ts'
import { databaseFile } from '../lake/keys.ts'
import { lakeStatus } from '../lake/status.ts'
import { diskStore } from '../lake/store-disk.ts'
import { rowsOf } from '../lake/warehouse.ts'
import { duckdbWarehouse } from '../lake/warehouse-duckdb.ts'
import { encodeParquet } from '../tables/parquet.ts'
import { check, type Finding } from './finding.ts'
import type { Streams } from './terminal/streams.ts'
import { programVersion } from './version.ts'
import { cloudLake, readingLake } from './with-lake.ts'

const LEAST_NODE = 20

/** Every check, in an order in which the first failure explains the later ones. */
export async function examine(place: string, streams: Pick<Streams, 'err'>): Promise<readonly Finding[]> {
  const findings = await examineMachine()
  if (isInCloud(place)) {
    const { examineCloud } = await import('./cloud/examine.ts')
    return [...findings, ...(await cloudLake(place, streams, examineCloud))]
  }
  const exists = await diskStore(place).head(databaseFile)
  if (!exists) return [...findings, { name: 'lake', ok: true, says: `none in ${place} yet` }]
  return [...findings, ...(await examineLake(place))]
}

async function examineMachine(): Promise<readonly Finding[]> {
  return [
    await check('program', async () => `presslake ${programVersion}`),
    await check('node', async () => {
      if (Number(process.versions.node.split('.')[0]) < LEAST_NODE)
        throw new Error(`expected Node.js ${LEAST_NODE} or later`)
      return `${process.versions.node} on ${process.platform} ${process.arch}`
    }),
    await check('duckdb', async () => {
      const warehouse = await duckdbWarehouse({ file: ':memory:', staging: '.' })
      const [row] = await rowsOf(warehouse, 'SELECT version() AS version')
      await warehouse.close()
      return String(row?.version)
    }),
    await check('parquet', async () => {
      const { length } = encodeParquet(tables.documents, [], { profile: 'staging' })
      return `an empty table takes ${length} bytes`
    }),
  ]
}

async function examineLake(place: string): Promise<readonly Finding[]> {
  const opened = await check('lake', () => readingLake(place, async () => `${place} can be read`))
  if (!opened.ok) return [opened]
  return [
    opened,
    await check('inbox', () =>
      readingLake(place, async lake => {
        const { waiting, quarantined } = await lakeStatus(lake)
        const due = waiting.documents + waiting.batches
        return `${due === 0 ? 'nothing' : due} waiting for presslake ingest, ${quarantined} in quarantine`
      }),
    ),
    await check('spans', () =>
      readingLake(place, async ({ warehouse }) => {
        const spans = await checkSpans(warehouse)
        const sum = (of: 'checked' | 'violations') => spans.reduce((total, span) => total + span[of], 0)
        if (sum('violations') > 0)
          throw new Error(`${sum('violations')} of ${sum('checked')} do not cut their own text out`)
        return `${sum('checked')} cut their own text out of their article`
      }),
    ),
  ]
}
