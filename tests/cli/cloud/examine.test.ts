import { expect, test } from 'vitest'
import { examineCloud } from '../../../src/cli/cloud/examine.ts'
import type { CloudLake } from '../../../src/lake/cloud/lake.ts'
import { logGroups } from '../../../src/lake/deployment.ts'
import { refused, testCloudLake } from '../../support/cloud-lake.ts'

async function sound() {
  const lake = await testCloudLake()
  for (const group of Object.values(logGroups('dev'))) lake.lines.set(group, [])
  return lake
}
const failed = async (lake: CloudLake) => (await examineCloud(lake)).filter(({ ok }) => !ok)

test('a sound deployment is found sound, each part by itself', async () => {
  const lake = await sound()
  const findings = await examineCloud(lake)
  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  expect(findings.map(({ name }) => name)).toEqual([
    'credentials',
    'lake',
    'takedowns',
    'inbox',
    'documents',
    'releases',
    'tables',
    'publishing',
    'queue',
    'merge',
    'forget',
    'logs',
  ])
  expect(lake.calls).toEqual([])
})

test('without credentials nothing else is tried', async () => {
  const lake = { ...(await sound()), credentials: () => Promise.reject(new Error('none found')) }
  expect(await examineCloud(lake)).toEqual([{ name: 'credentials', ok: false, says: 'none found' }])
})

test('credentials of another account are told at once', async () => {
  const lake = { ...(await sound()), credentials: async () => ({ accessKeyId: 'A', accountId: '999999999999' }) }
  expect(await failed(lake)).toEqual([
    { name: 'credentials', ok: false, says: expect.stringContaining('the lake is in 123456789012') },
  ])
})

test('what may not be done is named with the permission that is missing; the rest is still tried', async () => {
  const lake = await sound()
  lake.answers.set(lake.names.mergeFunction, () => {
    throw refused('cannot call the function')
  })
  const found = await failed({ ...lake, queues: { depth: () => Promise.reject(refused('cannot look at the queue')) } })
  expect(found).toEqual([
    {
      name: 'queue',
      ok: false,
      says: expect.stringContaining(
        'needed are sqs:GetQueueUrl, sqs:GetQueueAttributes: the statement LookAtQueues of the policy presslake-dev-command-line-eu-central-1',
      ),
    },
    { name: 'merge', ok: false, says: expect.stringContaining('lambda:InvokeFunction') },
  ])
})

test('who may not publish is told what that needs, and it is no fault', async () => {
  const lake = await sound()
  const store = { ...lake.store, get: () => Promise.reject(refused('cannot read')) }
  const publishing = async (of: CloudLake) => (await examineCloud(of)).find(({ name }) => name === 'publishing')
  expect(await publishing(lake)).toMatchObject({ ok: true, says: expect.stringContaining('can be read') })
  expect(await publishing({ ...lake, store })).toEqual({
    name: 'publishing',
    ok: true,
    says: 'not for you: release needs the policy presslake-dev-publisher-eu-central-1',
  })
})

test('dead letters are something to look at', async () => {
  const lake = await sound()
  lake.depths.set(lake.names.intakeDeadLetters, { waiting: 2, inWork: 0 })
  expect(await failed(lake)).toEqual([
    { name: 'queue', ok: false, says: '2 messages failed too often: docs/runbook.md#intakedeadletters' },
  ])
})
