import { mkdirSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { ROOT, at, main } from './lib/project.mjs';
import { rowTypesOf } from './lib/row-types.mjs';

/** What `tsc --noEmit` says of the project, in its words, and beside that the row types of statements for `npm test`. */
const FORMAT = {
  getCurrentDirectory: () => ROOT,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};
const STATEMENTS = at('apps', 'api', 'src/');

function parsed() {
  const unreadable = [];
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (one) => unreadable.push(one) };
  const config = ts.getParsedCommandLineOfConfigFile(at('tsconfig.json'), undefined, host);
  return { config, unreadable };
}

function check() {
  const { config, unreadable } = parsed();
  if (!config) return unreadable;
  const { fileNames: rootNames, options, projectReferences, errors } = config;
  const builder = ts.createIncrementalProgram({
    ...{ rootNames, options, projectReferences },
    configFileParsingDiagnostics: errors,
  });
  // The order is the compiler's own: what is not even syntax says nothing of types.
  const diagnostics = [...builder.getConfigFileParsingDiagnostics(), ...builder.getSyntacticDiagnostics()];
  if (diagnostics.length === 0) {
    diagnostics.push(...builder.getOptionsDiagnostics(), ...builder.getGlobalDiagnostics());
    if (diagnostics.length === 0) diagnostics.push(...builder.getSemanticDiagnostics());
  }
  // Emits nothing but the state that the next run begins from.
  diagnostics.push(...builder.emit().diagnostics);
  const rows = rowTypesOf(builder.getProgram(), (file) => file.startsWith(STATEMENTS));
  mkdirSync(at('.cache'), { recursive: true });
  writeFileSync(at('.cache', 'row-types.json'), JSON.stringify(rows));
  return diagnostics;
}

await main(() => {
  const diagnostics = ts.sortAndDeduplicateDiagnostics(check());
  process.stdout.write(ts.formatDiagnostics(diagnostics, FORMAT));
  return diagnostics.some(({ category }) => category === ts.DiagnosticCategory.Error) ? 1 : 0;
});
