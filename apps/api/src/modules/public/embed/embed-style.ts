/** In which light a figure is drawn; `auto` asks the reader's own settings. */
export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

const LIGHT = '--paper:#fff;--ink:#14213d;--soft:#52606d;--line:#e4e7eb;--bar:#0b6e6e;color-scheme:light';
const DARK = '--paper:#172230;--ink:#e8edf2;--soft:#a3b1bf;--line:#2a3a4b;--bar:#5cc8c2;color-scheme:dark';

const COLOURS: Record<EmbedTheme, string> = {
  auto: `:root{${LIGHT}}@media (prefers-color-scheme:dark){:root{${DARK}}}`,
  light: `:root{${LIGHT}}`,
  dark: `:root{${DARK}}`,
};

const FONT = "'Inter Variable',Inter,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

/** What is drawn, on a page and in a picture alike. */
const DRAWN =
  `.bar{fill:var(--bar)}.axis{stroke:var(--line)}.ink{fill:var(--ink)}.soft{fill:var(--soft)}` +
  `text{font-family:${FONT};font-variant-numeric:tabular-nums}`;

const PAGE =
  `*{box-sizing:border-box}body{margin:0;padding:16px;background:var(--paper);color:var(--ink);` +
  `font:15px/1.5 ${FONT};font-variant-numeric:tabular-nums}` +
  `h1{font-size:15px;font-weight:600;margin:0;overflow-wrap:anywhere}` +
  `.value{font-size:34px;line-height:1.2;font-weight:650;margin:4px 0 0}` +
  `p{margin:0}.when,footer{color:var(--soft);font-size:13px}footer{margin-top:12px;border-top:1px solid var(--line);padding-top:8px}` +
  `footer p{overflow-wrap:anywhere}a{color:inherit}a:focus-visible,summary:focus-visible{outline:2px solid var(--bar);outline-offset:2px}` +
  `svg{display:block;width:100%;overflow:visible}.columns{margin-top:16px;height:180px}` +
  `table{border-collapse:collapse;width:100%;margin-top:12px;font-size:14px}caption{text-align:left;position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}` +
  `th,td{text-align:left;padding:4px 12px 4px 0;font-weight:400;border-bottom:1px solid var(--line);overflow-wrap:anywhere}` +
  `thead th{color:var(--soft);font-size:13px}.number{text-align:right;white-space:nowrap}.drawn{width:40%;padding-right:0}` +
  `summary{margin-top:12px;color:var(--soft);font-size:13px;cursor:pointer}code{font-size:12px}` +
  `@media (max-width:420px){.drawn{display:none}}`;

/** The one stylesheet of a page. */
export const pageStyle = (theme: EmbedTheme): string => `${COLOURS[theme]}${DRAWN}${PAGE}`;

/** The one stylesheet of a picture. */
export const imageStyle = (theme: EmbedTheme): string => `${COLOURS[theme]}${DRAWN}.paper{fill:var(--paper)}`;
