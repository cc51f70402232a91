import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A change of a source file as docs/adding-an-indicator.md asks for it: what is put before a text that is there. */
export interface Edit {
  file: string;
  before: string;
  put: string;
}

const ENGINE = 'apps/api/src/modules/figures/engine';
const COLUMNS = 'apps/api/src/modules/figures/columns';
const DOMAIN = 'libs/domain/src';

/** The measure is what the guide itself prints. */
function measureOfTheGuide(root: string): string {
  const guide = readFileSync(join(root, 'docs/adding-an-indicator.md'), 'utf8');
  const line = guide.split('\n').find((text) => text.trim().startsWith('pilots: flow('));
  if (line === undefined) throw new Error('The guide has no measure of pilots any more');
  return `${line.trim()}\n    `;
}

/** The file of its own that the guide asks for, and what stands in it. */
export const PILOTS_FILE = `${DOMAIN}/indicators/pilots.ts`;
export const pilotsSource = (root: string): string =>
  readFileSync(join(root, 'tests/support/extension/pilots.txt'), 'utf8');

/** The indicator `pilots`. */
export const pilotsEdits = (root: string): Edit[] => [
  {
    file: `${DOMAIN}/indicators/catalogue.ts`,
    before: "import type { IndicatorDefinition } from './definition';",
    put: "import { pilots } from './pilots';\n",
  },
  { file: `${DOMAIN}/indicators/catalogue.ts`, before: '  leverage,\n] as const;', put: '  pilots,\n' },
  { file: `${ENGINE}/record-families.ts`, before: 'people_trained: flow(', put: measureOfTheGuide(root) },
  {
    file: `${DOMAIN}/reconciliation/bridge-words.ts`,
    before: '  leverage: {',
    put: `  pilots: {
    nl: '{when} werd{where} {n} keer een pilot bezocht',
    en: '{when} pilots were attended{where} {n} [time|times]',
  },
`,
  },
];

/** An indicator that demands evidence, of outcomes that another counts without. */
export const SHOWN_FILE = `${DOMAIN}/indicators/products_shown.ts`;
export const shownSource = (root: string): string =>
  readFileSync(join(root, 'tests/support/extension/products_shown.txt'), 'utf8');
export const SHOWN_EDITS: readonly Edit[] = [
  {
    file: `${DOMAIN}/indicators/catalogue.ts`,
    before: "import type { IndicatorDefinition } from './definition';",
    put: "import { products_shown } from './products_shown';\n",
  },
  {
    file: `${DOMAIN}/indicators/catalogue.ts`,
    before: '  leverage,\n] as const;',
    put: '  products_shown,\n',
  },
  {
    file: `${ENGINE}/record-families.ts`,
    before: 'new_products: flow(',
    put: "products_shown: flow(of('NEW_PRODUCT'), 'amount'),\n    ",
  },
];

/** The breakdown `postcodeArea`, read off the company. */
export const POSTCODE_AREA_EDITS: readonly Edit[] = [
  { file: `${DOMAIN}/figures.ts`, before: "  'level',\n", put: "  'postcodeArea',\n" },
  {
    file: `${DOMAIN}/breakdowns/breakdowns.ts`,
    before: "  level: { readOff: 'record' },",
    put: "  postcodeArea: { readOff: 'company' },\n",
  },
  {
    file: `${DOMAIN}/indicators/companies_participated.ts`,
    before: "sizeClass: 'sum'",
    put: "postcodeArea: 'sum', ",
  },
  {
    file: `${COLUMNS}/versions-sql.ts`,
    before: "    sizeClass: 'size_class',",
    put: "    postcodeArea: 'left(postcode, 4)',\n",
  },
  {
    file: `${COLUMNS}/own-cells.ts`,
    before: '  sizeClass: offTraits(',
    put: '  postcodeArea: offTraits(({ postcodeArea }) => postcodeArea),\n',
  },
  {
    file: `${DOMAIN}/indicators/cell-label.ts`,
    before: "  sizeClass: wordOf('sizeClass'),",
    put: '  postcodeArea: asItIs,\n',
  },
  {
    file: `${DOMAIN}/vocabulary/words.ts`,
    before: "      sizeClass: 'grootteklasse',",
    put: "      postcodeArea: 'postcodegebied',\n",
  },
  {
    file: `${DOMAIN}/vocabulary/words.ts`,
    before: "      sizeClass: 'size class',",
    put: "      postcodeArea: 'postcode area',\n",
  },
];

/** @throws Error where the text is not there any more: then the guide and these edits are out of date */
export function edited(text: string, file: string, edits: readonly Edit[]): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce((now, { before, put }) => {
      if (!now.includes(before)) throw new Error(`${file} has no ${before}`);
      return now.replace(before, () => `${put}${before}`);
    }, text);
}
