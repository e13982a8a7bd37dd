/** `presslake doctor` of a lake in the cloud: everything that the other commands need, one by one. */

import { isRefused } from '../../lake/aws-failure.ts'
import type { CloudLake } from '../../lake/cloud/lake.ts'
import { commandLinePermissions } from '../../lake/cloud/permissions.ts'
import { commandLinePolicy, logGroups, publisherPolicy } from '../../lake/deployment.ts'
import { latestReleaseKey, publisherSecretKey, stagingPrefix, takedownPrefix } from '../../lake/keys.ts'
import type { Store } from '../../lake/store.ts'
import { rowsOf } from '../../lake/warehouse.ts'
import { check, type Finding } from '../finding.ts'

/** An object that nobody has: who may read gets to hear that it is not there. */
const NOBODYS = 'presslake-doctor'

/** Every check. Without credentials there is but one. */
export async function examineCloud(lake: CloudLake): Promise<readonly Finding[]> {
  const { deployment, names, store, inbox, releases, warehouse, queues, functions, logs, clock } = lake
  const credentials = await check('credentials', async () => {
    const { accessKeyId, accountId } = await lake.credentials()
    if (accountId !== undefined && accountId !== deployment.account)
      throw new Error(
        `these are of the account ${accountId}, the lake is in ${deployment.account}: set AWS_PROFILE to a profile of that account`,
      )
    return `key ${accessKeyId}, for ${deployment.account} in ${deployment.region}`
  })
  if (!credentials.ok) return [credentials]
  const needing = (sid: string, name: string, look: () => Promise<string>) =>
    check(name, () => look().catch(error => Promise.reject(withPermission(lake, sid, error))))
  return [
    credentials,
    await needing('ListBuckets', 'lake', async () => {
      await firstOf(store, stagingPrefix)
      return `${store.name} can be listed`
    }),
    await needing('ReadTakedowns', 'takedowns', async () => {
      await store.get(`${takedownPrefix}${NOBODYS}`)
      return 'orders can be read'
    }),
    await needing('ListBuckets', 'inbox', async () => {
      await firstOf(inbox, '')
      return `${inbox.name} can be listed`
    }),
    await needing('DropDocuments', 'documents', async () => {
      await inbox.head(NOBODYS)
      return 'can be compared; whether they may be written shows with the first'
    }),
    await needing('ListBuckets', 'releases', async () => {
      await firstOf(releases, '')
      return `${releases.name} can be listed`
    }),
    await needing('AskAthena', 'tables', async () => {
      const [row] = await rowsOf(warehouse, 'SELECT count(*) AS n FROM documents')
      return `${row?.n} documents, asked in the workgroup ${names.workgroup}`
    }),
    await check('publishing', () => examinePublishing(lake)),
    await needing('LookAtQueues', 'queue', async () => {
      const [intake, dead] = [await queues.depth(names.intakeQueue), await queues.depth(names.intakeDeadLetters)]
      const failed = dead.waiting + dead.inWork
      if (failed > 0) throw new Error(`${failed} messages failed too often: docs/runbook.md#intakedeadletters`)
      return `${intake.waiting + intake.inWork} messages, none that failed too often`
    }),
    await needing('CallMerge', 'merge', async () => {
      await functions.probe(names.mergeFunction)
      return `${names.mergeFunction} may be called`
    }),
    await needing('TakeDown', 'forget', async () => {
      const running = await lake.takedowns.running('')
      return running === null ? 'none is under way' : 'one is under way'
    }),
    await needing('ReadLogs', 'logs', async () => {
      const groups = Object.values(logGroups(deployment.stage))
      for (const group of groups) for await (const _ of logs.read(group, clock())) break
      return `${groups.length} logs can be read`
    }),
  ]
}

/** Not everybody publishes: that somebody may not is no fault. */
async function examinePublishing({ deployment, store, releases }: CloudLake): Promise<string> {
  try {
    await store.get(publisherSecretKey)
    await store.get(latestReleaseKey('full'))
    await releases.get(latestReleaseKey('open'))
    return 'what releases are made with can be read; whether they may be written shows with the first'
  } catch (error) {
    if (!isRefused(error)) throw error
    return `not for you: release needs the policy ${publisherPolicy(deployment)}`
  }
}

async function firstOf(store: Store, prefix: string): Promise<void> {
  for await (const _ of store.list(prefix)) return
}

/** Adds what has to be allowed, when that is what is missing. */
function withPermission({ deployment }: CloudLake, sid: string, error: unknown): Error {
  if (!isRefused(error)) return error as Error
  const { actions = [] } = commandLinePermissions(deployment, 'aws').find(one => one.sid === sid) ?? {}
  return new Error(
    `${((error as Error).cause as Error).message}; needed are ${actions.join(', ')}: the statement ${sid} of the policy ${commandLinePolicy(deployment)}`,
    { cause: error },
  )
}
