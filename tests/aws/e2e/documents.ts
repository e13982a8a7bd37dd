/**
 * Invented documents under names that are hard on anything that handles keys. The files of the suite share one lake: each
 * drops below a folder of its own, and numbers its articles from a thousand of its own, so that none is a duplicate.
 */

export interface Dropped {
  readonly key: string
  readonly bytes: Uint8Array
}

const encode = (text: string) => new TextEncoder().encode(text)

const people = ['نبيل الطراونة', 'سلمى العبادي', 'كريم الشامسي', 'هدى المرزوقي']
const offices = ['مدير المشروع', 'وزيرة المياه', 'رئيس البلدية', 'المتحدثة باسم الهيئة']

/** A short report, told from the others by its number. */
export const article = (n: number) => `محطة تحلية رقم ${n} في ميناء الصفراء

أعلنت هيئة الموانئ الاثنين 3 نيسان 2023 افتتاح المحطة رقم ${n} بعد تأخير دام عامين.
وقال ${offices[n % 4]} ${people[n % 4]} إن المحطة «ستخفض سعر المياه بالثلث خلال ${(n % 9) + 2} أشهر».
وأضاف أن أعمال الصيانة تبدأ في آب المقبل، مشيراً إلى اتفاق وقعه الجانبان في مدينة الربوة.
`

const odd = [
  'مع فراغ.txt',
  'a+b.txt',
  '100%.txt',
  '%41%2F.txt',
  'أخبار/عربية/خبر.txt',
  'é.txt',
  'quotes\'"`.txt',
  'and&=?#.txt',
  'emoji 🗞/ورقة.txt',
  'brackets [1] (2) {3}.txt',
  'comma,semicolon;colon:.txt',
  'trailing space .txt',
  'dot./..hidden.txt',
  'very/deep/'.repeat(20).concat('x.txt'),
  'tilde~!@$^*_=|.txt',
]

/** As many as asked for, every name another. */
export function documents(folder: string, count: number, first = 0): readonly Dropped[] {
  const named = (n: number) => {
    const kind = odd[n % odd.length] as string
    return `${folder}/${n < odd.length ? kind : `${n}/${kind}`}`
  }
  return Array.from({ length: count }, (_, n) => ({ key: named(n), bytes: encode(article(first + n)) }))
}

/** Documents that give no article, each for another reason. */
export const broken = (folder: string): readonly Dropped[] => [
  { key: `${folder}/broken/empty.txt`, bytes: new Uint8Array() },
  {
    key: `${folder}/broken/picture.txt`,
    bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  },
  { key: `${folder}/broken/noise.bin`, bytes: Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 32) },
]

/** Tells of one of the documents. */
export const sidecar = (folder: string): Dropped => ({
  key: `${folder}/a+b.txt.meta.json`,
  bytes: encode(`{"site_name": "المدار", "url": "https://news.example/${folder}/ab"}`),
})
