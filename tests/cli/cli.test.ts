import { describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli/cli.ts'
import { type Command, command } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import { OperationalError, UsageError } from '../../src/errors.ts'
import { testStreams } from '../support/terminal.ts'

const greet = command({
  name: 'greet',
  summary: 'Say hello',
  usage: 'NAME...',
  takes: { atLeast: 1, atMost: 2 },
  details: [],
  options: {
    loud: { type: 'boolean', meaning: 'Say it loudly' },
    with: { type: 'string', value: 'WORD', meaning: 'Use another word', default: 'hello' },
    from: { type: 'string', value: 'NAME', meaning: 'Who says it' },
  },
  examples: [],
  run: async ({ arguments: names, options, streams }) => {
    await streams.out.write(JSON.stringify({ names, ...options }))
    return 0
  },
})

async function run(argv: readonly string[], list: readonly Command[] = [greet]) {
  const streams = testStreams()
  return { code: await runCli(argv, list, '1.2.3', streams), ...streams.written }
}

describe('a call', () => {
  test('gives arguments and options, with their defaults', async () => {
    expect(await run(['greet', 'a', '--loud', 'b', '--from', 'c'])).toMatchObject({
      code: 0,
      out: JSON.stringify({ names: ['a', 'b'], loud: true, with: 'hello', from: 'c' }),
    })
    expect((await run(['greet', '--', '--loud'])).out).toContain('"names":["--loud"]')
  })

  test.each([
    [['gret', 'a'], /expected a command, got gret; did you mean greet\?/],
    [['dance'], /expected a command, got dance; there are greet/],
    [['greet'], /expected presslake greet NAME\.\.\., got 0 arguments/],
    [['greet', 'a', 'b', 'c'], /got 3 arguments/],
    [['greet', 'a', '--load'], /'--load'; did you mean --loud\?/],
    [['greet', 'a', '--from'], /--from/],
    [['greet', 'a', '--loud=yes'], /--loud/],
  ])('%j could not be run, and says why', async (argv, message) => {
    const { code, out, err } = await run(argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(message)
  })

  test('without a command shows what there is', async () =>
    expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining('greet  Say hello') }))

  test.each([['--help'], ['help'], ['-h']])('%s is help', async flag =>
    expect(await run([flag])).toMatchObject({ code: 0, err: '' }),
  )

  test.each([[['greet', '--help']], [['help', 'greet']], [['greet', 'a', 'b', 'c', '-h']]])(
    '%j is help on the command',
    async argv => {
      const { code, out } = await run(argv)
      expect(code).toBe(0)
      expect(out).toContain('usage: presslake greet NAME... [OPTIONS]')
      expect(out).toContain('--with WORD  Use another word (default hello)')
    },
  )

  test('tells its version', async () => expect(await run(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n' }))
})

describe('what goes wrong', () => {
  const failing = (error: unknown): Command => ({ ...greet, run: () => Promise.reject(error) })

  test.each([
    [new UsageError('expected a lake'), 'presslake: expected a lake\n'],
    [new OperationalError('the disk is full', { retryable: false }), 'presslake: the disk is full\n'],
  ])('%s is told in a line', async (error, err) =>
    expect(await run(['greet', 'a'], [failing(error)])).toEqual({ code: 2, out: '', err }),
  )

  test('a fault of the program comes with its place', async () => {
    const { code, err } = await run(['greet', 'a'], [failing(new TypeError('x is not a function'))])
    expect(code).toBe(2)
    expect(err).toMatch(/a fault of the program.*\n.*x is not a function\n\s+at /)
  })

  test('a reader who went away is no error', async () => {
    const streams = testStreams({ goneAfter: 0 })
    expect(await runCli(['greet', 'a'], [greet], '1', streams)).toBe(0)
    expect(streams.written.err).toBe('')
  })
})

describe('the commands', () => {
  test('are all there, each with help that says how to call it', async () => {
    expect(commands.length).toBeGreaterThanOrEqual(7)
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
    for (const { name, summary, examples, options } of commands) {
      const { code, out } = await run([name, '--help'], commands)
      expect(code).toBe(0)
      expect(summary.endsWith('.')).toBe(false)
      expect(examples.length).toBeGreaterThan(0)
      for (const { command } of examples) expect(command).toContain('presslake ')
      for (const option of Object.keys(options)) expect(out).toContain(`--${option}`)
      expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThan(160)
    }
  })
})
