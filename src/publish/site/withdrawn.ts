/** `index.html` of a release that was withdrawn. */
import type { Notice } from '../notice.ts'
import { document, html } from './html.ts'

/** Without a style sheet: nothing of the page before is needed. */
export const withdrawnPage = ({ version, withdrawn_at }: Notice): string =>
  document(html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>Version ${version} was withdrawn</title>
</head>
<body>
<h1>Version ${version} was withdrawn</h1>
<p>Something in it was taken down on ${withdrawn_at.slice(0, 'YYYY-MM-DD'.length)}. Its data are gone, and its version is not used again.
Whoever holds a copy is asked to delete it and to take <a href="../latest.json">the newest version</a> instead.</p>
</body>
</html>`)
