import type { ProductionPackage } from './productionPackages.ts'

/** The page that hands on the licences of what the extension is made of: plain HTML, no script, nothing fetched. */
export function licencesPage(packages: readonly ProductionPackage[]): string {
  const entries = packages.map(
    ({ name, version, license, licenseTexts }) =>
      `<section>\n<h2>${escapeHtml(name)} ${escapeHtml(version)}</h2>\n<p>${escapeHtml(license)}</p>\n${licenseTexts
        .map((text) => `<pre>${escapeHtml(text)}</pre>`)
        .join('\n')}\n</section>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Third-party licences</title>
<link rel="stylesheet" href="licences.css">
</head>
<body>
<h1>Third-party licences</h1>
<p>Parley is made with the work of others, under these licences.</p>
${entries.join('\n')}
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
