/** docs/rules.md: every rule of every language, with what it reads and what it must leave alone. */
import { packs } from '../../src/languages/index.ts'

const INTRODUCTION = `# Rules

<!-- Generated from src/languages/ by npm run docs. Edit the rules, not this page. -->

A row names the rule that made it in \`rule_id\`. Each rule has sentences that it must read and sentences that look alike and
must stay unread; both run as tests. All people in them are invented.
`

interface Shown {
  readonly id: string
  readonly says: string | null
  /** A sentence, and what the rule finds in it. */
  readonly reads: readonly (readonly [text: string, found: string])[]
  readonly leaves: readonly string[]
}

/** The rules of all packs, by language and kind. */
export function rulesPage(): string {
  const sections = packs.flatMap(({ language, quotes, dates, events }) => [
    section(
      `Quotes, \`${language}\``,
      quotes.rules.map(rule => ({
        id: rule.id,
        says: rule.says,
        reads: rule.examples.map(
          ({ title, text, content, kind, speaker }) =>
            [title ? `${title} ¶ ${text}` : text, `${kind}: ${content}${speaker ? ` — ${speaker}` : ''}`] as const,
        ),
        leaves: rule.nonExamples,
      })),
    ),
    section(
      `Events, \`${language}\``,
      (events?.rules ?? []).map(rule => ({
        id: rule.id,
        says: null,
        reads: rule.examples.map(([text, type, status, trigger]) => [text, `${type}, ${status}: ${trigger}`] as const),
        leaves: rule.nonExamples,
      })),
    ),
    section(
      `Time expressions, \`${language}\``,
      dates.rules.map(rule => ({
        id: rule.id,
        says: null,
        reads: rule.examples.map(([text, published, value]) => [text, `published ${published}: ${value}`] as const),
        leaves: rule.nonExamples,
      })),
    ),
  ])
  return `${[INTRODUCTION, ...sections.filter(text => text !== '')].join('\n').trimEnd()}\n`
}

function section(title: string, rules: readonly Shown[]): string {
  if (rules.length === 0) return ''
  return [`## ${title}`, '', ...rules.flatMap(shown)].join('\n')
}

function shown({ id, says, reads, leaves }: Shown): readonly string[] {
  return [
    `### ${id}`,
    '',
    ...(says === null ? [] : [`${says}.`, '']),
    ...reads.map(([text, found]) => `- reads «${oneLine(text)}» → ${oneLine(found)}`),
    ...leaves.map(text => `- leaves «${oneLine(text)}»`),
    '',
  ]
}

const oneLine = (text: string) => text.replaceAll('\n', ' ¶ ').replaceAll('|', '\\|')
