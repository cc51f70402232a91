import type { RawRow } from '@fieldlab/domain';
import type { Archive } from '../archive';
import { UnpackedBytes } from '../inspection';
import type { WorkbookLimits } from '../limits';
import type { OpenedFile, OpenedSource, PickSheets, SheetRemark } from '../opened-workbook';
import { WorkbookRefused } from '../workbook-refused';
import {
  partOfRelationships,
  readWorkbookPart,
  relationshipsOf,
  type Relationship,
  type WorkbookPart,
} from './package';
import { readSharedStrings } from './shared-strings';
import { readDateStyles } from './styles';
import { WorksheetHandler, type WorkbookTraits } from './worksheet';
import { SPREADSHEET } from './namespaces';
import { parseXml } from './xml';
import { XmlInspector } from './xml-inspection';

interface Parts {
  workbook: WorkbookPart;
  relationships: Relationship[];
}

/** Opens an Office workbook: every part that will be read is looked through first. */
export async function openXlsx(
  archive: Archive,
  limits: WorkbookLimits,
  pick: PickSheets,
): Promise<OpenedFile> {
  const inspector = new XmlInspector(archive, limits, new UnpackedBytes());
  const { workbook, relationships } = await findWorkbook(archive, inspector);
  const remarks = hostileParts(archive);
  const named = workbook.sheets.flatMap(({ name, relationship }) => {
    const part = relationships.find(({ id, type }) => id === relationship && type === 'worksheet');
    return part ? [{ name, source: part.target }] : [];
  });
  if (named.length === 0) throw new WorkbookRefused('FILE_EMPTY');
  const names = named.map(({ name }) => name);
  const found = pick(names, remarks).flatMap((place) => named[place] ?? []);
  const rowsExpected: number[] = [];
  for (const { source } of found) rowsExpected.push(await inspector.inspect(source));
  const traits = await readTraits(archive, inspector, { workbook, relationships });
  const sources = found.map(({ name, source }, index): OpenedSource => {
    const rows = (): AsyncGenerator<RawRow[]> => rowsOf(archive, source, traits);
    return { name, rowsExpected: rowsExpected[index] ?? 0, rows };
  });
  return { sources, remarks, close: () => archive.close() };
}

async function findWorkbook(archive: Archive, inspector: XmlInspector): Promise<Parts> {
  const start = await small(archive, inspector, '_rels/.rels');
  const roots = start ? await relationshipsOf(archive, '') : [];
  const part = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (part.endsWith('.bin')) throw new WorkbookRefused('OTHER_SPREADSHEET_FORMAT', { format: 'xlsb' });
  if (!(await small(archive, inspector, part))) throw new WorkbookRefused('NOT_A_WORKBOOK');
  const workbook = await readWorkbookPart(archive, part);
  if (!workbook) throw new WorkbookRefused('NOT_A_WORKBOOK');
  await small(archive, inspector, partOfRelationships(part));
  return { workbook, relationships: await relationshipsOf(archive, part) };
}

async function small(archive: Archive, inspector: XmlInspector, part: string): Promise<boolean> {
  if (!archive.has(part)) return false;
  await inspector.inspectSmall(part);
  return true;
}

async function readTraits(archive: Archive, inspector: XmlInspector, parts: Parts): Promise<WorkbookTraits> {
  const target = (wanted: string): string | undefined =>
    parts.relationships.find(({ type }) => type === wanted)?.target;
  const [styles, strings] = [target('styles'), target('sharedStrings')];
  if (styles !== undefined) await small(archive, inspector, styles);
  if (strings !== undefined && archive.has(strings)) await inspector.inspect(strings);
  return {
    strings: await readSharedStrings(archive, strings),
    dateStyles: await readDateStyles(archive, styles),
    from1904: parts.workbook.from1904,
  };
}

/** Macros are never run and links never followed; whoever sent them may like to know. */
function hostileParts(archive: Archive): SheetRemark[] {
  const { names } = archive;
  const remarks: SheetRemark[] = [];
  const about = (code: SheetRemark['code'], pattern: RegExp): void => {
    const name = names.find((part) => pattern.test(part));
    if (name !== undefined) remarks.push({ code, sheet: null, value: name });
  };
  about('MACROS_IGNORED', /vbaProject\.bin$|(?:^|\/)macrosheets\//i);
  about('EXTERNAL_LINKS_IGNORED', /(?:^|\/)externalLinks\/externalLink/i);
  return remarks;
}

async function* rowsOf(archive: Archive, part: string, traits: WorkbookTraits): AsyncGenerator<RawRow[]> {
  const handler = new WorksheetHandler(traits);
  for await (const _ of parseXml(await archive.stream(part), SPREADSHEET, handler)) {
    const rows = handler.takeRows();
    if (rows.length > 0) yield rows;
  }
}
