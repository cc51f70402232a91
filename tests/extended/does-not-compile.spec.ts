import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  edited,
  PILOTS_FILE,
  pilotsEdits,
  pilotsSource,
  POSTCODE_AREA_EDITS,
  type Edit,
} from '../support/extension/edits';

const root = projectRoot();
const ALL = [...pilotsEdits(root), ...POSTCODE_AREA_EDITS];
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8')) as {
  config: unknown;
};
const { tsBuildInfoFile: _, ...options } = ts.parseJsonConfigFileContent(config, ts.sys, root).options;

let edits: readonly Edit[] = [];
let left = '';
let version = 0;
/** The sources with the edits of now, and the example without the line that is left out. */
const textOf = (path: string): string | undefined => {
  const file = relative(root, path);
  if (file === PILOTS_FILE)
    return left === '' ? pilotsSource(root) : pilotsSource(root).replace(left, () => '');
  const text = ts.sys.readFile(path);
  return text === undefined || path.includes('node_modules') ? text : edited(text, file, edits);
};
const service = ts.createLanguageService({
  getCompilationSettings: () => ({ ...options, incremental: false }),
  getScriptFileNames: () => [
    join(root, PILOTS_FILE),
    join(root, 'apps/api/src/modules/figures/register-shares.service.ts'),
  ],
  getScriptVersion: (path) => (path.includes('node_modules') ? '1' : `${version}`),
  getScriptSnapshot: (path) => {
    const text = textOf(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (path) => relative(root, path) === PILOTS_FILE || ts.sys.fileExists(path),
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});

/** The files of the domain and of the engine that do not compile. */
function faulty(by: readonly Edit[], without = ''): string[] {
  [edits, left, version] = [by, without, version + 1];
  const files = service.getProgram()?.getSourceFiles() ?? [];
  return files
    .map(({ fileName }) => fileName)
    .filter((name) => !name.includes('node_modules') && /libs\/domain|modules\/figures/.test(name))
    .filter((name) => service.getSemanticDiagnostics(name).length > 0)
    .map((name) => relative(root, name));
}

const without = (file: string): Edit[] => ALL.filter((edit) => !edit.file.endsWith(file));

describe('what the guide asks for', () => {
  it('compiles when it is followed', () => {
    expect(faulty(ALL)).toEqual([]);
  }, 120_000);

  it.each(['addsUp: { ...IN_ONE_CENTRE, ...DATED },', '...DATED ', "sensitivity: 'threshold',"])(
    'does not compile when an indicator says no %s',
    (line) => {
      expect(faulty(ALL, line)).toContain(PILOTS_FILE);
    },
    120_000,
  );

  it.each(['breakdowns.ts', 'own-cells.ts', 'cell-label.ts', 'words.ts'])(
    'does not compile when nothing is said of a breakdown in %s',
    (file) => {
      expect(faulty(without(file)).map((name) => name.split('/').at(-1))).toContain(file);
    },
    120_000,
  );
});
