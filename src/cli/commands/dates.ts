import { UsageError } from '../../errors.ts'
import { type Call, command, DONE } from '../command.ts'

const options = {
  published: { type: 'string', value: 'DATE', meaning: 'When the text was published: an ISO date or instant, or EDTF' },
  captured: { type: 'string', value: 'DATE', meaning: 'When it was captured: nothing in it is younger' },
  language: { type: 'string', value: 'TAG', meaning: 'Its language, BCP 47; told from the text when not given' },
} as const

export const dates = command({
  name: 'dates',
  summary: 'Print the time expressions of a text with their values, and when it was published',
  usage: '[TEXT|-]',
  takes: { atLeast: 0, atMost: 1 },
  details: [
    'Prints one JSON object: language, published (value, basis, evidence, confidence), dates (text, EDTF value, first and last day, offsets in code points, rule) and unresolved, the expressions without a value and why. Without TEXT, or with -, it reads standard input.',
    'Without --published the text is dated from what it says itself; expressions that count from publication are then resolved as far as that date is known.',
  ],
  options,
  examples: [
    { command: "presslake dates --published 2018-04-03 'عقد الاجتماع أمس'", says: 'Yesterday is 2018-04-02' },
    { command: 'presslake dates --language en < page.txt', says: 'The dates of an English text' },
  ],
  run: runDates,
})

async function runDates({
  arguments: [given = '-'],
  options: { published, captured, language },
  streams,
}: Call<typeof options>) {
  const [{ findDates }, { datedLanguages }, { readStretch }] = await Promise.all([
    import('../../dates.ts'),
    import('../../languages/dates.ts'),
    import('../../extract/dates/stretch.ts'),
  ])
  for (const [name, value] of Object.entries({ published, captured })) {
    if (value !== undefined && !readStretch(value)) {
      throw new UsageError(`expected a date such as 2018-04-03 as --${name}, got ${value}`)
    }
  }
  if (language !== undefined && !datedLanguages.includes(language.split('-')[0] ?? '')) {
    throw new UsageError(`expected one of ${datedLanguages.join(', ')} as --language, got ${language}`)
  }
  const text = given === '-' ? new TextDecoder().decode(await streams.readInput()) : given
  const found = findDates(text, {
    ...(published !== undefined && { published }),
    ...(captured !== undefined && { captured }),
    ...(language !== undefined && { language }),
  })
  await streams.out.write(`${JSON.stringify(found, null, 2)}\n`)
  if (found.language === null)
    await streams.err.write('presslake: the language could not be told; give it as --language TAG\n')
  return DONE
}
