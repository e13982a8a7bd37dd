/** Texts that no newsroom writes: one thing over and over. What reads them may not take longer than their length allows. */

export interface Adversarial {
  readonly name: string
  /** What is repeated. */
  readonly piece: string
}

/** Everything that rules look at, each alone. People and outlets are invented. */
export const adversarial: readonly Adversarial[] = [
  { name: 'opening marks', piece: '«' },
  { name: 'closing marks', piece: '»' },
  { name: 'straight marks', piece: '"' },
  { name: 'opening marks of each kind', piece: '«“„‹((<<' },
  { name: 'marks around nothing', piece: '«» ' },
  { name: 'parentheses after colons', piece: ': (' },
  { name: 'colons', piece: 'قال: ' },
  { name: 'colons alone', piece: ': ' },
  { name: 'commas', piece: '، ' },
  { name: 'a conjunction', piece: 'و ' },
  { name: 'a conjunction without spaces', piece: 'و' },
  { name: 'one verb', piece: 'قال ' },
  { name: 'a verb and its complementiser', piece: 'قال إن ' },
  { name: 'verbs and names', piece: 'قال سامر البدري ' },
  { name: 'demands', piece: 'طالب بتوفير ' },
  { name: 'demands without an end', piece: 'دعا إلى ' },
  { name: 'participles', piece: '، مضيفا أن ذلك' },
  { name: 'participles alone', piece: 'مشيرا ' },
  { name: 'nouns of saying', piece: 'قوله ' },
  { name: 'passives', piece: 'قيل إن ' },
  { name: 'verbs behind their report', piece: '، كما أعلنت الوزارة' },
  { name: 'source phrases', piece: 'بحسب الوزير، ' },
  { name: 'source phrases without a source', piece: 'وفق ' },
  { name: 'relays', piece: 'نقلت عن ' },
  { name: 'reports in reports', piece: 'قال الوزير إن المدير قال إن ' },
  { name: 'occasions', piece: 'في بيان ' },
  { name: 'one name', piece: 'سامر البدري ' },
  { name: 'one role', piece: 'وزير ' },
  { name: 'a role without a name', piece: 'المتحدث باسم ' },
  { name: 'digits', piece: '7' },
  { name: 'numbers', piece: '7 ' },
  { name: 'numbers in words', piece: 'مئة ' },
  { name: 'months', piece: 'مايو ' },
  { name: 'combining marks', piece: 'بَُِّ' },
  { name: 'combining marks alone', piece: '\u064E' },
  { name: 'tatweel', piece: 'ـ' },
  { name: 'one letter', piece: 'ب' },
  { name: 'new lines', piece: '\n' },
  { name: 'short lines', piece: 'ماء\n' },
  { name: 'short lines that each open a mark', piece: '«ماء\n' },
  { name: 'lines that end in a colon', piece: 'قال الوزير:\n' },
  { name: 'questions', piece: 'هل؟\n' },
  { name: 'full stops', piece: '.' },
  { name: 'dashes', piece: '- ' },
]
