/** A deployment of the unmodified templates by the CDK's own command line, on the emulator. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { s3Store } from '../../../src/lake/store-s3.ts'
import { ACCOUNT, type Api, callForm, element, REGION } from './api.ts'
import { athenaServer } from './athena.ts'
import { type Deployment, names, STAGE, s3Client } from './deployment.ts'
import { functions } from './functions.ts'
import { emulatorPython, launcher } from './tools.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const ANYBODY = { id: 'test', secret: 'test' }
const START_MS = 120_000
const LOG_KEPT = 4000

/** Takes how to stop something. */
type Started = (stop: () => void) => void

/** `started` is given, for each thing that was started, how to stop it; at once, so that also a failure can be undone. */
export async function deploy(started: Started): Promise<Deployment> {
  const runs = await functions()
  started(runs.stop)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const emulator = startEmulator(port, runs.address)
  started(() => emulator.kill())
  await isReady(emulator, address)
  let api: Api = { address, keys: ANYBODY }
  const athena = await athenaServer(() => s3Store(s3Client(api), { bucket: names.lakeBucket }))
  started(athena.stop)
  runs.api = api
  runs.athena = athena.address

  const folder = mkdtempSync(join(tmpdir(), 'deploy-'))
  const assembly = join(folder, 'assembly')
  const outputsFile = join(folder, 'outputs.json')
  const cdk = cdkAt(address, started)
  await cdk(['synth', '--all', '--quiet', '-c', `stage=${STAGE}`, '-o', assembly])
  await cdk(['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', assembly])
  const how = ['--method=direct', '--require-approval', 'never', '--outputs-file', outputsFile]
  // A function that fails answers nobody, and CloudFormation would wait for it.
  await Promise.race([cdk(['deploy', '--all', '--app', assembly, ...how]), runs.failure])

  api = await enforcePermissions(api)
  runs.api = api
  return {
    api,
    athena: athena.address,
    functions: runs.address,
    assembly,
    outputs: JSON.parse(readFileSync(outputsFile, 'utf8')),
  }
}

/** From now on every call needs permission; gives the keys of one who may do everything. */
async function enforcePermissions(api: Api): Promise<Api> {
  const iam = (input: Record<string, string>) => callForm(api, 'iam', { Version: '2010-05-08', ...input })
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
  await iam({ Action: 'CreateUser', UserName: 'admin' })
  await iam({
    Action: 'PutUserPolicy',
    UserName: 'admin',
    PolicyName: 'everything',
    PolicyDocument: JSON.stringify(everything),
  })
  const xml = await iam({ Action: 'CreateAccessKey', UserName: 'admin' })
  await fetch(`${api.address}/moto-api/reset-auth`, {
    method: 'POST',
    body: '0',
    headers: { 'content-type': 'text/plain' },
  })
  return { ...api, keys: { id: element(xml, 'AccessKeyId'), secret: element(xml, 'SecretAccessKey') } }
}

function startEmulator(port: number, bridge: string): ChildProcess {
  return spawn(emulatorPython(), [launcher, String(port), bridge], { stdio: ['ignore', 'ignore', 'pipe'] })
}

async function isReady(emulator: ChildProcess, address: string): Promise<void> {
  let log = ''
  emulator.stderr?.on('data', text => {
    log = (log + text).slice(-LOG_KEPT)
  })
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    if (emulator.exitCode !== null) throw new Error(`the emulator ended with ${emulator.exitCode}:\n${log}`)
    const ready = await fetch(`${address}/moto-api/`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error(`the emulator did not start in time:\n${log}`)
}

const cdkAt = (address: string, started: Started) => (args: readonly string[]) => {
  const child = spawn('npx', ['cdk', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts in turn can be ended with it.
    detached: true,
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: address,
      AWS_ACCESS_KEY_ID: ANYBODY.id,
      AWS_SECRET_ACCESS_KEY: ANYBODY.secret,
      AWS_REGION: REGION,
      CI: 'true',
    },
  })
  started(() => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid)
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', text => {
      said += text
    })
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`cdk ${args.join(' ')} ended with ${code}:\n${said}`)),
    )
  })
}

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
