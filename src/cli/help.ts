/** Help for people at a terminal, and `docs/commands.md`, from the same table of commands. */
import type { Command, Options } from './command.ts'
import { widthOf } from './terminal/width.ts'

const PROGRAM = 'presslake'

/** What `presslake --help` prints. */
export function overview(commands: readonly Command[], version: string): string {
  return [
    `${PROGRAM} ${version}: news documents → articles, quotes, events and comments, as tables`,
    '',
    `usage: ${PROGRAM} COMMAND [ARGUMENTS] [OPTIONS]`,
    '',
    ...twoColumns(commands.map(({ name, summary }) => [name, summary])),
    '',
    `${PROGRAM} COMMAND --help tells more of each. Exit codes: 0 done, 1 a check failed, 2 could not run.`,
    '',
  ].join('\n')
}

/** What `presslake COMMAND --help` prints. */
export function commandHelp({ name, summary, usage, details, options, examples }: Command): string {
  return [
    `${PROGRAM} ${name}: ${summary}`,
    '',
    `usage: ${usageLine(name, usage)}`,
    ...details.flatMap(paragraph => ['', ...wrap(paragraph, 88)]),
    '',
    'options:',
    ...twoColumns(optionRows(options)),
    '',
    'examples:',
    ...examples.flatMap(({ command, says }) => [`  ${command}`, `      ${says}`]),
    '',
  ].join('\n')
}

/** `docs/commands.md`. */
export function commandsPage(commands: readonly Command[]): string {
  return [
    '# Commands',
    '',
    '<!-- Generated from src/cli/commands.ts by npm run docs. Edit the commands, not this page. -->',
    '',
    'In a checkout, `npx presslake`. Data goes to standard output, talk and progress to standard error.',
    'Exit codes: 0 done, 1 a check failed, 2 could not run.',
    '',
    '| command | does |',
    '|---|---|',
    ...commands.map(({ name, summary }) => `| [${name}](#${name}) | ${summary} |`),
    '',
    ...commands.flatMap(commandSection),
  ].join('\n')
}

function commandSection({ name, summary, usage, details, options, examples }: Command): string[] {
  return [
    `## ${name}`,
    '',
    `${summary}.`,
    '',
    '```sh',
    usageLine(name, usage),
    '```',
    ...details.flatMap(paragraph => ['', paragraph]),
    '',
    '| option | meaning |',
    '|---|---|',
    ...optionRows(options).map(([option, meaning]) => `| \`${option}\` | ${meaning} |`),
    '',
    ...examples.flatMap(({ command, says }) => [`${says}:`, '', '```sh', command, '```', '']),
  ]
}

const usageLine = (name: string, usage: string) => [PROGRAM, name, usage, '[OPTIONS]'].filter(Boolean).join(' ')

function optionRows(options: Options): [string, string][] {
  const rows = Object.entries(options).map(([name, option]): [string, string] =>
    option.type === 'boolean'
      ? [`--${name}`, option.meaning]
      : [`--${name} ${option.value}`, option.meaning + (option.default ? ` (default ${option.default})` : '')],
  )
  return [...rows, ['--help', 'Print this']]
}

function twoColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The name that somebody may have meant; null when none is near. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const [best] = names
    .map(name => ({ name, distance: editDistance(typed, name) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
