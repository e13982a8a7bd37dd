/** Arguments → one call of one command, and its exit code. */
import { parseArgs } from 'node:util'
import { OperationalError, UsageError } from '../errors.ts'
import { COULD_NOT_RUN, type Command, DONE } from './command.ts'
import { commandHelp, nearest, overview } from './help.ts'
import { ReaderGone, type Streams } from './terminal/streams.ts'

/** Runs the command that the arguments name. Never throws. */
export async function runCli(
  argv: readonly string[],
  commands: readonly Command[],
  version: string,
  streams: Streams,
): Promise<number> {
  try {
    return await dispatch(argv, commands, version, streams)
  } catch (error) {
    if (error instanceof ReaderGone) return DONE
    await streams.err.write(`${messageOf(error)}\n`).catch(() => {})
    return COULD_NOT_RUN
  }
}

async function dispatch(
  [name, ...rest]: readonly string[],
  commands: readonly Command[],
  version: string,
  streams: Streams,
): Promise<number> {
  if (name === undefined) {
    await streams.err.write(overview(commands, version))
    return COULD_NOT_RUN
  }
  if (name === '--help' || name === '-h' || name === 'help') return help(rest[0], commands, version, streams)
  if (name === '--version') {
    await streams.out.write(`${version}\n`)
    return DONE
  }
  const command = find(name, commands)
  if (rest.includes('--help') || rest.includes('-h')) return help(name, commands, version, streams)
  const { positionals, values } = parse(command, rest)
  return command.run({ arguments: positionals, options: values, streams })
}

async function help(
  name: string | undefined,
  commands: readonly Command[],
  version: string,
  { out }: Streams,
): Promise<number> {
  await out.write(name === undefined ? overview(commands, version) : commandHelp(find(name, commands)))
  return DONE
}

function find(name: string, commands: readonly Command[]): Command {
  const command = commands.find(command => command.name === name)
  if (command) return command
  const names = commands.map(({ name }) => name)
  const meant = nearest(name, names)
  throw new UsageError(
    `expected a command, got ${name}; ${meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}`}`,
  )
}

function parse({ name, options, usage, takes }: Command, args: readonly string[]) {
  const spec = Object.fromEntries(Object.entries(options).map(([option, { type }]) => [option, { type }]))
  const { positionals, values } = parsed(name, args, spec)
  if (positionals.length < takes.atLeast || positionals.length > takes.atMost) {
    const expected = usage || 'no argument'
    throw new UsageError(
      `expected presslake ${name} ${expected}, got ${positionals.length} arguments; see presslake ${name} --help`,
    )
  }
  const all = Object.entries(options).map(([option, declared]) => [
    option,
    values[option] ?? (declared.type === 'boolean' ? false : declared.default),
  ])
  return { positionals, values: Object.fromEntries(all) }
}

function parsed(name: string, args: readonly string[], options: Record<string, { type: 'boolean' | 'string' }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const [, unknown = ''] = /Unknown option '--([\w-]+)'/.exec((error as Error).message) ?? []
    const meant = nearest(unknown, Object.keys(options))
    const hint = meant ? `; did you mean --${meant}?` : ''
    throw new UsageError(`${(error as Error).message.split('. To specify')[0]}${hint} (presslake ${name} --help)`, {
      cause: error,
    })
  }
}

/** What went wrong, for the person who called; a fault of the program comes with the place where it happened. */
function messageOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof OperationalError) return `presslake: ${error.message}`
  return `presslake: this is a fault of the program, please report it\n${error instanceof Error ? error.stack : String(error)}`
}
