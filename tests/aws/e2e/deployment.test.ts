import { expect, inject, test } from 'vitest'
import { deployedAt } from './deployment.ts'

const deployed = deployedAt(inject('deployment'))

test('the deployment tells where documents are dropped and where the lake is', () => {
  const { names, outputs } = deployed
  expect(Object.assign({}, ...Object.values(outputs))).toMatchObject({
    Inbox: `s3://${names.inboxBucket}`,
    Lake: `s3://${names.lakeBucket}`,
  })
})

test('it has made the tables, in the workgroup of the writer', async () => {
  const { names } = deployed
  const statements = await deployed.statements()
  const making = statements.filter(({ sql }) => /^CREATE /.test(sql))
  expect(making.length).toBeGreaterThan(10)
  expect(new Set(making.map(({ workgroup }) => workgroup))).toEqual(new Set([names.writerWorkgroup]))
  expect(await deployed.rows('SELECT number FROM migrations')).not.toEqual([])
  const migrations = (await deployed.runs()).filter(({ name }) => name.includes('Migrate'))
  expect(migrations).toEqual([expect.objectContaining({ isError: false })])
})
