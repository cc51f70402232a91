import { posix } from 'node:path';
import type { Archive } from '../archive';
import { PACKAGE_RELATIONSHIPS, RELATIONSHIPS, SPREADSHEET } from './namespaces';
import { readXml } from './xml';

export interface Relationship {
  id: string;
  /** The last word of its type, which is the same in both dialects of the format: `worksheet`. */
  type: string;
  /** The part it leads to, from the root of the package. */
  target: string;
}

/** Where the format keeps what a part leads to. */
export const partOfRelationships = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** What a part (`''` is the package) leads to inside the file; links to the outside are not followed. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  const file = part === '' ? '_rels/.rels' : partOfRelationships(part);
  if (!archive.has(file)) return found;
  await readXml(await archive.stream(file), PACKAGE_RELATIONSHIPS, {
    open(path, { Id = '', Type = '', Target: target = '', TargetMode }) {
      if (path !== 'Relationships/Relationship' || TargetMode === 'External') return;
      if (!RELATIONSHIPS.has(posix.dirname(Type))) return;
      found.push({
        id: Id,
        type: posix.basename(Type),
        target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part || 'x'), target),
      });
    },
  });
  return found;
}

export interface WorkbookPart {
  sheets: { name: string; relationship: string }[];
  /** Days are counted from 1904, as on early Macintoshes. */
  from1904: boolean;
}

/** Undefined where the part is not a workbook's. */
export async function readWorkbookPart(archive: Archive, part: string): Promise<WorkbookPart | undefined> {
  const workbook: WorkbookPart = { sheets: [], from1904: false };
  let root = '';
  await readXml(await archive.stream(part), SPREADSHEET, {
    open(path, { date1904, name = '' }, qualified) {
      root ||= path;
      if (path === 'workbook/workbookPr') workbook.from1904 = date1904 === '1' || date1904 === 'true';
      else if (path === 'workbook/sheets/sheet')
        workbook.sheets.push({ name, relationship: qualified(RELATIONSHIPS, 'id') ?? '' });
    },
  });
  return root === 'workbook' ? workbook : undefined;
}
