import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DocumentRows } from '../../tables/rows.ts'
import { type Call, CHECK_FAILED, command, DONE } from '../command.ts'

const options = {} as const

export const extract = command({
  name: 'extract',
  summary: 'Print what documents give, as JSON Lines, without a lake',
  usage: 'FILE...',
  takes: { atLeast: 1, atMost: Number.POSITIVE_INFINITY },
  details: [
    'One line an article: source, document, article, quotes, events, comments, and times, which are the time expressions of the text. Columns are those of the tables. A document without an article prints nothing and is told of on standard error. FILE may be - for standard input.',
  ],
  options,
  examples: [
    { command: 'presslake extract seeds/*.txt', says: 'Everything that is found in two pages' },
    {
      command: "presslake extract page.txt | jq -r '.quotes[] | [.speaker, .text] | @tsv'",
      says: 'Who says what, with jq',
    },
  ],
  run: runExtract,
})

async function runExtract({ arguments: files, streams }: Call<typeof options>) {
  const [{ processSafely }, { process }, { toldBeside }] = await Promise.all([
    import('../../lake/process-safely.ts'),
    import('../../pipeline.ts'),
    import('../facts.ts'),
  ])
  let failures = 0
  for (const source of files) {
    const told = async (): Promise<DocumentRows> => {
      if (source === '-')
        return processSafely(await streams.readInput(), { sourceKey: 'stdin', revision: '0' }, { process })
      const { facts, issues } = await toldBeside(source, basename(source))
      return processSafely(await readFile(source), facts, { process, issues })
    }
    try {
      const { document, articles } = await told()
      for (const { article, quotes, events, comments, times } of articles)
        await streams.out.write(`${JSON.stringify({ source, document, article, quotes, events, comments, times })}\n`)
      if (document.outcome === 'failed') failures++
      if (document.outcome_reason !== null)
        await streams.err.write(`presslake: ${source}: ${document.outcome}: ${document.outcome_reason}\n`)
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException
      if (syscall === undefined || syscall === 'write') throw error
      failures++
      const reason = code === 'ENOENT' ? 'expected a file, found nothing' : (error as Error).message
      await streams.err.write(`presslake: ${source}: ${reason}\n`)
    }
  }
  return failures > 0 ? CHECK_FAILED : DONE
}
