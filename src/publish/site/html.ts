/** HTML as values: what is put into a template is escaped, unless it is HTML already. */

const MARKUP = Symbol('markup')

/** HTML that is safe to put into HTML. Only `html` makes it. */
export interface Html {
  readonly [MARKUP]: string
}

type Part = string | number | Html | null | readonly Part[]

/** A template whose values are escaped for text and for attributes in double quotes; null and nothing are empty. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { [MARKUP]: String.raw({ raw: strings }, ...parts.map(markup)) }
}

/** A style sheet or a data block: text of ours, which may not end its element. */
export function element(name: 'style' | 'script', attributes: Html, content: string): Html {
  if (/<\/|<!--/.test(content)) throw new RangeError(`expected no end of the element in the content of <${name}>`)
  return { [MARKUP]: `<${name}${markup(attributes)}>${content}</${name}>` }
}

export const document = (body: Html): string => `<!doctype html>\n${body[MARKUP]}\n`

/** JSON for a data block: `<` cannot end it. */
export const jsonBlock = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/**
 * Text from a document, in a box of its own that takes its direction from its first letter. Marks that would turn the
 * direction of what follows are left out.
 */
export const foreign = (text: string): Html => html`<bdi dir="auto">${text.replace(DIRECTION_MARKS, '')}</bdi>`

/** LRE to RLO, LRI to PDI: https://www.unicode.org/reports/tr9/. */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function markup(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return part.replace(/[&<>"']/g, character => ESCAPES[character] as string)
  if (typeof part === 'number') return String(part)
  return MARKUP in part ? part[MARKUP] : part.map(markup).join('')
}
