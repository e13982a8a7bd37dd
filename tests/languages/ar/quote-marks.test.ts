/** Quotation marks as newsrooms set them, and what of them is the content. One construction a row; people and outlets are invented. */
import { expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

type Shown = readonly [content: string, kind: 'direct' | 'indirect' | 'mixed']

const shown = (text: string) => quotesOf(text).map(({ content, kind }): Shown => [content, kind])

test.each<[string, string, readonly Shown[]]>([
  [
    'marks of one shape inside one another',
    'وأكد سامر البدري أن "ما يريده رئيس تكتل "الأرض والماء" هو البذور"، جازما بأن "الموسم جيد".',
    [
      ['ما يريده رئيس تكتل "الأرض والماء" هو البذور', 'direct'],
      ['الموسم جيد', 'direct'],
    ],
  ],
  [
    'one mark that closes two',
    'وأكد سامر البدري أن “هذه الدورة مناسبة للحديث عن “وحدة الحقول” في الجنوب.',
    [['هذه الدورة مناسبة للحديث عن “وحدة الحقول” في الجنوب', 'direct']],
  ],
  [
    'a mark that nothing closes, before a sentence with a cue of its own',
    'وقال سامر البدري: «الموسم جيد والأمطار وفيرة. وأضاف: «سنوزع البذور قريبا».',
    [
      ['الموسم جيد والأمطار وفيرة', 'direct'],
      ['سنوزع البذور قريبا', 'direct'],
    ],
  ],
  [
    'a mark that nothing closes, before a verb with أن',
    'وقال سامر البدري وعدد من التجار «نحمد الله على الموسم، ويجب أن يعي الجميع أنه مهم.',
    [['نحمد الله على الموسم، ويجب أن يعي الجميع أنه مهم', 'direct']],
  ],
  ['أن inside the marks', 'وأضاف سامر البدري «أن الموسم جيد في الجنوب».', [['الموسم جيد في الجنوب', 'direct']]],
  ['«إننا» is what was said', 'وأضاف سامر البدري «إننا بحاجة إلى البذور».', [['إننا بحاجة إلى البذور', 'direct']]],
  ['«إن» after a colon', 'وقال سامر البدري: «إن الموسم جيد».', [['إن الموسم جيد', 'direct']]],
  [
    'a participle inside marks that begin with أن',
    'وأضاف سامر البدري «أن الموسم جيد في كل محافظات الجنوب، مؤكدا أن المطر وفير هذا العام».',
    [
      ['الموسم جيد في كل محافظات الجنوب', 'direct'],
      ['المطر وفير هذا العام', 'direct'],
    ],
  ],
  [
    'a participle inside marks that hold words as they were said',
    'وقال سامر البدري: «زرت كل محافظات الجنوب هذا العام، مؤكدا أن الموسم جيد».',
    [['زرت كل محافظات الجنوب هذا العام، مؤكدا أن الموسم جيد', 'direct']],
  ],
  [
    'a name in marks before a verb in the content',
    'وقال سامر البدري إن الموسم جيد، موضحا أن حزب "الأرض" يعتبر أن المطر قليل.',
    [
      ['الموسم جيد', 'indirect'],
      ['حزب "الأرض" يعتبر أن المطر قليل', 'indirect'],
      ['المطر قليل', 'indirect'],
    ],
  ],
  [
    'a question in marks before أن',
    'قال سامر البدري، خلال ندوة تحت عنوان "الموسم: أي مستقبل؟"، إن الأسعار مستقرة هذا العام.',
    [['الأسعار مستقرة هذا العام', 'indirect']],
  ],
  [
    'a day between the noun and its marks',
    'ونقلت صحيفة الميزان عن سامر البدري قوله اليوم الجمعة «سنوزع البذور قريبا».',
    [['سنوزع البذور قريبا', 'direct']],
  ],
])('%s', (_, text, expected) => {
  expect(shown(text)).toEqual(expected)
})
