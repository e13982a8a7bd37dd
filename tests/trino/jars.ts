/** Java and the jars of the engine: installed when they are missing, in a cache outside the tree. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const here = import.meta.dirname
const cache = process.env.PRESSLAKE_TOOLS ?? join(homedir(), '.cache', 'presslake')
const OLDEST_JAVA = 17

/** Sources of the programs that run beside the tests. */
export const javaSource = (name: 'TrinoNode' | 'HiveGrammar') => join(here, 'node', `${name}.java`)

/** The class path of the engine, after whatever is missing has been installed. */
export function classPath(): string {
  const jars = join(cache, 'trino-406')
  if (javaVersion() < OLDEST_JAVA) install('openjdk-17-jdk-headless')
  if (!existsSync(jars)) fetchJars(jars)
  return join(jars, '*')
}

function javaVersion(): number {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0)
}

function fetchJars(jars: string) {
  if (spawnSync('mvn', ['-v']).status !== 0) install('maven')
  const unfinished = `${jars}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  console.info(`Fetching the jars of Trino (320 MB) into ${jars}`)
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`, '-DincludeScope=runtime']
  execFileSync('mvn', ['-B', '-q', '-f', join(here, 'node', 'pom.xml'), ...goal], { stdio: 'inherit' })
  renameSync(unfinished, jars)
}

/** Installs a Debian package. */
function install(name: string) {
  console.info(`Installing ${name}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: 'inherit',
    env: environment,
  })
}
