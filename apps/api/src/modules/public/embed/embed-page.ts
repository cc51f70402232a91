import { columnsOf } from './columns';
import { pageStyle, type EmbedTheme } from './embed-style';
import type { EmbedChart, EmbedView } from './embed-view';
import { EMBED_WORDS } from './embed-words';
import { escaped } from './markup';

/** The page that others frame: words, numbers and what is drawn of them, without a script. */
export function embedPage(view: EmbedView, theme: EmbedTheme): string {
  const { language, title, value, when, source, seal, address, chart } = view;
  const words = EMBED_WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(`${title}: ${value}`)}</title>
<link rel="canonical" href="${escaped(address)}">
<style>${pageStyle(theme)}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="value">${escaped(value)}</p>
<p class="when">${escaped(when)}</p>
${chart ? chartMarkup(chart, view) : ''}
<footer>
<p><a href="${escaped(address)}" target="_blank" rel="noopener">${escaped(source)}</a></p>
<p>${words.seal}: <code>${escaped(seal)}</code></p>
</footer>
</main>
</body>
</html>
`;
}

function chartMarkup(chart: EmbedChart, view: EmbedView): string {
  const notes = chart.notes.map((note) => `<p class="when">${escaped(note)}</p>`).join('\n');
  if (chart.shape === 'bars') return `${table(chart, view, true)}\n${notes}`;
  return `<svg class="columns" aria-hidden="true">${columnsOf(chart)}</svg>
<details><summary>${EMBED_WORDS[view.language].table}</summary>
${table(chart, view, false)}
</details>
${notes}`;
}

function table({ head, cells }: EmbedChart, { title, language }: EmbedView, isDrawn: boolean): string {
  const rows = cells.map(({ label, value, part }) => {
    const width = Number((part * 100).toFixed(2));
    const drawn = `<td class="drawn" aria-hidden="true"><svg height="10"><rect class="bar" width="${width}%" height="10"/></svg></td>`;
    return `<tr><th scope="row">${escaped(label)}</th><td class="number">${escaped(value)}</td>${isDrawn ? drawn : ''}</tr>`;
  });
  return `<table>
<caption>${escaped(title)}</caption>
<thead><tr><th scope="col">${escaped(head)}</th><th scope="col" class="number">${EMBED_WORDS[language].value}</th>${isDrawn ? '<td class="drawn" aria-hidden="true"></td>' : ''}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>`;
}
