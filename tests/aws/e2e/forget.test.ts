/** A takedown of the deployment by the built program, with the policy of its users and nothing else. */
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { tables } from '../../../schemas/index.ts'
import { s3Store } from '../../../src/lake/store-s3.ts'
import { encodeParquet } from '../../../src/tables/parquet.ts'
import { collect } from '../../support/collect.ts'
import { ACCOUNT, assumeRole, callJson, headersOf, type Keys, makeRole, REGION } from './api.ts'
import { deployedAt } from './deployment.ts'
import { article } from './documents.ts'
import { settle } from './poller.ts'
import { environmentOf, program, runNode } from './program.ts'

const KEY = 'forget/خبر.txt'
const RELEASE = 'releases/2001.1.0/'
const deployment = inject('deployment')
const deployed = deployedAt(deployment)
const { names } = deployed
const inbox = s3Store(deployed.s3, { bucket: names.inboxBucket })
const releases = s3Store(deployed.s3, { bucket: names.releasesBucket })
const encode = (text: string) => new TextEncoder().encode(text)

let user: Keys
let id: string
beforeAll(async () => {
  expect(await runNode(['--import', 'tsx', 'scripts/build.ts'], {})).toMatchObject({ code: 0 })
  const policy = deployed.outputs['presslake-dev-pipeline']?.CommandLinePolicy ?? ''
  user = await assumeRole(deployed.api, await makeRole(deployed.api, 'presslake-forgetful', policy))
  await inbox.put(KEY, encode(article(8001)))
  await inbox.put('forget/other.txt', encode(article(8002)))
  await settle(deployed)
  await inbox.put(KEY, encode(article(8003)))
  await inbox.put(`${KEY}.meta.json`, encode('{"site_name": "المدار"}'))
  await settle(deployed)
  const [row] = await deployed.rows(`SELECT article_id FROM articles WHERE source_key = '${KEY}'`)
  id = String(row?.article_id)
  await deployed.lake.put('results/people/old.csv', encode('before'))
  const { article_id } = tables.articles.columns
  const data = encodeParquet({ ...tables.articles, columns: { article_id } }, [{ article_id: id }], {
    profile: 'release',
  })
  await releases.put(`${RELEASE}data/articles/part-00000.parquet`, data)
  await releases.put(`${RELEASE}manifest.json`, encode('{}'))
})

const forget = (...args: readonly string[]) =>
  runNode([program, 'forget', ...args, '--lake', `s3://${names.lakeBucket}`], environmentOf(deployment, user))
const versionsOf = async () => (await collect(inbox.versions('forget/'))).filter(({ key }) => key.startsWith(KEY))

describe('a takedown', () => {
  test('is shown first', async () => {
    const { code, err } = await forget(id)
    expect(err).toContain(`would be deleted from the inbox: ${KEY}\nwould be withdrawn: release 2001.1.0, open\n`)
    expect(code).toBe(1)
    expect((await versionsOf()).length).toBe(3)
  })

  test('is carried out by the state machine, with the permissions of its function, to a proof of zeros', async () => {
    const { code, out, err } = await forget(id, '--yes', '--json')
    expect(err).toMatch(new RegExp(`^started ${id}-`))
    expect({ err, out }).toMatchObject({ out: expect.stringContaining(id) })
    expect(JSON.parse(out)).toMatchObject({
      article_id: id,
      deleted: [KEY],
      withdrawn: [{ profile: 'open', version: '2001.1.0' }],
      done: true,
    })
    expect(JSON.parse(out).checks.filter(({ found }: { found: number }) => found > 0)).toEqual([])
    expect(JSON.parse(out).checks.length).toBeGreaterThan(20)
    expect(code).toBe(0)
  })

  test('leaves no version in the inbox, no answer from before and nothing of the release but its notice', async () => {
    expect(await versionsOf()).toEqual([])
    expect(await deployed.lake.head('results/people/old.csv')).toBeNull()
    const left = (await collect(releases.versions(RELEASE))).map(({ key }) => key.slice(RELEASE.length))
    expect(left).toEqual(['index.html', 'withdrawn.json'])
  })

  test('has had the tables rewritten and their snapshots expired, in the workgroup of the writer', async () => {
    const statements = (await deployed.statements()).filter(({ sql }) =>
      /articles_stored (?:SET|REWRITE|UNSET)|^VACUUM articles/.test(sql),
    )
    expect(statements.slice(-4).map(({ sql }) => sql.split(' (')[0])).toEqual([
      'ALTER TABLE articles_stored SET TBLPROPERTIES',
      'OPTIMIZE articles_stored REWRITE DATA USING BIN_PACK',
      'VACUUM articles_stored',
      'ALTER TABLE articles_stored UNSET TBLPROPERTIES',
    ])
    expect(new Set(statements.map(({ workgroup }) => workgroup))).toEqual(new Set([names.writerWorkgroup]))
  })

  test('has had the cache let go what was withdrawn', async () => {
    const stateMachineArn = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${names.takedownMachine}`
    const { definition } = await callJson<{ readonly definition: string }>(
      deployed.api,
      'states',
      'AWSStepFunctions.DescribeStateMachine',
      { stateMachineArn },
    )
    const [, distribution = ''] = /"DistributionId":\s*"([^"]+)"/.exec(definition) ?? []
    const place = `${deployed.api.address}/2020-05-31/distribution/${distribution}/invalidation`
    const listed = await (await fetch(place, { headers: headersOf('cloudfront', deployed.api.keys) })).text()
    expect(listed).toContain('<Quantity>1</Quantity>')
  })

  test('stands when the document comes again', async () => {
    await inbox.put(KEY, encode(article(8003)))
    await settle(deployed)
    const rows = await deployed.rows(`SELECT title, body, deleted_because FROM articles WHERE article_id = '${id}'`)
    expect(rows).toEqual([{ title: null, body: null, deleted_because: 'takedown' }])
    expect(await deployed.rows(`SELECT quote_id FROM quotes WHERE article_id = '${id}'`)).toEqual([])
  })
})
