/** The style of the page of a release. Logical properties only, so that it works in either direction. */
export const style = `
:root { color-scheme: light dark; --line: #8884; --quiet: #777 }
body { font: 16px/1.6 system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem 4rem }
h1 { line-height: 1.25; margin-block-end: .25rem }
h2 { margin-block-start: 2.5rem }
a { color: inherit }
code, pre { font-family: ui-monospace, monospace; font-size: .875em }
pre { background: #8881; overflow: auto; padding: .75rem 1rem }
.quiet { color: var(--quiet) }
.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); list-style: none; padding: 0 }
.cards li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem }
.cards b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border-block-end: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top }
td.number { font-variant-numeric: tabular-nums; text-align: end }
td.text { line-height: 1.7; min-width: 18em }
td[dir] { text-align: start }
.hash { overflow-wrap: anywhere }
`
