/** What was pasted, cell by cell: rows of one width, without the blank ones. */
export type Block = readonly (readonly string[])[];

/** Excel pastes tabs; other programs semicolons, or commas. */
const SEPARATORS = ['\t', ';', ','] as const;

/** Reads a block as spreadsheets put it on the clipboard: tabs between cells, quotes around what holds a break. */
export function readBlock(text: string): Block {
  const rows = readCells(text).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
  const filled = (rows[0] ?? []).map((_, column) => rows.some((row) => row[column] !== ''));
  return rows.map((row) => row.filter((_, column) => filled[column]));
}

/** The same with its blank columns, where the place of a column says what it holds, and with line ends in its cells. */
export function readCells(text: string): Block {
  const rows = cellsOf(text, separatorOf(text)).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** The first that parts the lines into as many cells nearly everywhere; one column has none. */
function separatorOf(text: string): string | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return SEPARATORS.find((separator) => {
    const parted = lines.filter((line) => line.includes(separator)).length;
    return separator === '\t' ? parted > 0 : parted > 0 && parted >= lines.length * 0.8;
  });
}

function cellsOf(text: string, separator: string | undefined): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell.replace(/[^\S\n]+/g, ' ').trim());
    cell = '';
  };
  const normal = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < normal.length; at += 1) {
    const character = normal.charAt(at);
    if (isQuoted && character === '"' && normal.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (isQuoted || cell === '')) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && character === separator) {
      endCell();
    } else if (!isQuoted && character === '\n') {
      endCell();
      rows.push([]);
    } else {
      cell += character;
    }
  }
  endCell();
  return rows;
}
