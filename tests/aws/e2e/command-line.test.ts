/** The built program against the deployment, with the policy that the deployment makes for its users and nothing else. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { assumeRole, type Keys, makeRole } from './api.ts'
import { deployedAt } from './deployment.ts'
import { type Dropped, documents } from './documents.ts'
import { drain, settle } from './poller.ts'
import { type Ended, environmentOf, program, runNode } from './program.ts'

const FOLDER = 'command-line'
/** Of folders, the program passes over what begins with a dot. */
const pages = documents(FOLDER, 30, 4000).filter(({ key }) => !/\/\./.test(key))
const COUNT = pages.length
/** With one that is empty. */
const FILES = COUNT + 1
const deployment = inject('deployment')
const deployed = deployedAt(deployment)
const { names } = deployed
const LAKE = `s3://${names.lakeBucket}`

/** Holds FOLDER/, as it is dropped. */
let root: string
let keys: Keys
beforeAll(async () => {
  const built = await runNode(['--import', 'tsx', 'scripts/build.ts'], {})
  expect(built).toMatchObject({ code: 0 })
  keys = await keysOf('presslake-user')
  root = mkdtempSync(join(tmpdir(), 'pages-'))
  write({ key: `${FOLDER}/empty.txt`, bytes: new Uint8Array() }, ...pages)
  await settle(deployed)
})

function write(...files: readonly Dropped[]) {
  for (const { key, bytes } of files) {
    mkdirSync(dirname(join(root, key)), { recursive: true })
    writeFileSync(join(root, key), bytes)
  }
}

async function keysOf(role: string, inline?: object): Promise<Keys> {
  const policy = deployed.outputs['presslake-dev-pipeline']?.CommandLinePolicy ?? ''
  return assumeRole(deployed.api, await makeRole(deployed.api, role, policy, inline))
}

const presslakeAs = (who: Keys | null, ...args: readonly string[]): Promise<Ended> =>
  runNode([program, ...args, '--lake', LAKE], environmentOf(deployment, who))
const presslake = (...args: readonly string[]) => presslakeAs(keys, ...args)

describe('a user with the documented policy', () => {
  test('finds everything in order', async () => {
    const { code, out } = await presslake('doctor')
    expect(out).not.toContain('FAIL')
    expect(out).toMatch(/ok +merge +presslake-dev-merge may be called/)
    expect(code).toBe(0)
  })

  test('sends a folder, and the same folder again sends nothing', async () => {
    const sent = await presslake('ingest', root)
    expect(sent).toMatchObject({ code: 0, out: '' })
    expect(sent.err).toMatch(new RegExp(`^files: ${FILES} sent\n`))
    expect((await presslake('ingest', root)).err).toBe(`files: ${FILES} unchanged\n`)
  })

  test('sees what waits, before and after it is read', async () => {
    const before = await presslake('status', '--json')
    expect(JSON.parse(before.out)).toMatchObject({ waiting: { messages: FILES, deadLetters: 0, batches: 0 } })
    await drain(deployed, names.intakeQueue)
    const after = await presslake('status', '--json')
    expect(JSON.parse(after.out)).toMatchObject({ waiting: { messages: 0, batches: expect.any(Number) } })
    expect(JSON.parse(after.out).waiting.batches).toBeGreaterThan(0)
    expect(after.err).toMatch(/^2 queries scanned .* MB, about \$0\.00010\n$/)
  })

  test('merges', async () => {
    const { code, err } = await presslake('merge')
    expect(err).toMatch(/^merged \d+ batch(?:es)?; scanned .* about \$/)
    expect(code).toBe(0)
    expect((await presslake('merge', '--json')).out).toMatch(/^\{"batches":0,/)
    const { out } = await presslake('status')
    expect(out).toMatch(/waiting to be merged +0\n/)
    expect(out).toMatch(/last merge: ended \d{4}-/)
  })

  test('asks', async () => {
    const sql = `SELECT outcome, count(*) AS n FROM documents WHERE source_key LIKE '${FOLDER}/%' GROUP BY outcome ORDER BY outcome`
    const { code, out, err } = await presslake('sql', sql, '--csv')
    expect({ code, out }).toEqual({ code: 0, out: `outcome,n\nparsed,${COUNT}\nrejected,1\n` })
    expect(err).toBe('the query scanned 0.0 MB, about $0.00005\n')
  })

  test('follows what the functions do', async () => {
    const { code, out } = await presslake('tail', '--since', '1h', '--once', '--json')
    expect(code).toBe(0)
    const told = out.split('\n').flatMap(line => (line ? [JSON.parse(line)] : []))
    expect(told).toContainEqual({
      at: expect.any(String),
      function: 'ingest',
      outcomes: { parsed: COUNT, rejected: 1 },
    })
    expect(told).toContainEqual(expect.objectContaining({ function: 'merge', batches: expect.any(Number) }))
    expect(out).not.toContain('محطة تحلية')
  })

  test('waits until what was sent is in the tables', async () => {
    const [first] = documents(FOLDER, 1, 4500) as [Dropped]
    write(first)
    let polling = true
    const poll = async () => {
      while (polling) {
        await drain(deployed, names.intakeQueue)
        await new Promise(resolve => setTimeout(resolve, 500))
      }
    }
    const [{ code, err }] = await Promise.all([
      presslake('ingest', root, '--wait').finally(() => {
        polling = false
      }),
      poll(),
    ])
    expect(err).toMatch(new RegExp(`^files: 1 sent, ${COUNT} unchanged\noutcomes: 1 parsed\n`, 'm'))
    expect(code).toBe(0)
    const title = `SELECT title FROM articles WHERE source_key = '${first.key}'`
    expect(await deployed.rows(title)).toEqual([{ title: 'محطة تحلية رقم 4500 في ميناء الصفراء' }])
  })
})

describe('what is missing is named', () => {
  const deny = (...actions: readonly string[]) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: actions, Resource: '*' }],
  })

  test.each([
    ['status', 'sqs:GetQueueAttributes', [], /cannot look at the queue presslake-dev-intake.*: AccessDenied/],
    ['merge', 'lambda:InvokeFunction', [], /cannot call the function presslake-dev-merge: AccessDenied/],
    ['tail', 'logs:FilterLogEvents', ['--once'], /cannot read the log \/presslake\/dev\/ingest: AccessDenied/],
  ])('%s without %s', async (command, action, options, message) => {
    const who = await keysOf(`without-${command}`, deny(action))
    const { code, out, err } = await presslakeAs(who, command, ...options)
    expect(err).toMatch(message)
    expect(err).toContain(action.split(':')[0] === 'lambda' ? 'InvokeFunction' : action)
    expect(err).toContain('`presslake doctor --lake')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    const examined = await presslakeAs(who, 'doctor')
    expect(examined.code).toBe(1)
    expect(examined.out.split('\n').filter(line => line.startsWith('FAIL'))).toEqual([
      expect.stringMatching(new RegExp(`needed are .*${action}.*presslake-dev-command-line-eu-central-1`)),
    ])
  })

  test('ingest without permission to write says so of each file', async () => {
    const who = await keysOf('without-put', deny('s3:PutObject'))
    const [{ key, bytes }] = documents(FOLDER, 1, 4600) as [Dropped]
    write({ key, bytes })
    const { code, err } = await presslakeAs(who, 'ingest', root)
    expect(err).toMatch(new RegExp(`^files: ${COUNT} unchanged\nnot copied: .*cannot write .*AccessDenied`))
    expect(code).toBe(1)
  })

  test('credentials, when there are none', async () => {
    const { code, err } = await presslakeAs(null, 'status')
    expect(err).toMatch(/set AWS_PROFILE, or run `aws configure`/)
    expect(code).toBe(2)
    expect((await presslakeAs(null, 'doctor')).out).toMatch(/FAIL +credentials +/)
  })

  test('a deployment that is not there', async () => {
    const elsewhere = LAKE.replace('-dev-', '-prod-')
    const args = [program, 'ingest', root, '--lake', elsewhere]
    const { code, err } = await runNode(args, environmentOf(deployment, keys))
    expect(err).toMatch(/AccessDenied|no such bucket/)
    expect(code).toBe(2)
  })
})
