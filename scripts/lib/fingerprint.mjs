import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, at, readText, sha256 } from './project.mjs';

const NOT_BUILT = /(\.spec\.tsx?|\.md)$/;

function filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** What a build was made from, or a check looked at: quick to compare by size and time, exact by content. */
export function fingerprint(paths, { without = NOT_BUILT } = {}) {
  const files = paths.flatMap((path) => filesBelow(at(path))).filter((file) => !without?.test(file));
  const name = (file) => relative(ROOT, file);
  const times = files.map((file) => `${name(file)} ${statSync(file).size} ${statSync(file).mtimeMs}`);
  return {
    times: sha256(times.join('\n')),
    content: () => sha256(files.map((file) => `${name(file)} ${sha256(readFileSync(file))}`).join('\n')),
  };
}

/** A fresh checkout has new times but old contents: then the times are noted and nothing is built. */
export function isCurrent(stampFile, print) {
  const stamp = JSON.parse(readText(stampFile) ?? '{}');
  if (stamp.times === print.times) return true;
  if (stamp.content === undefined || stamp.content !== print.content()) return false;
  writeStamp(stampFile, print);
  return true;
}

export function writeStamp(stampFile, print) {
  writeFileSync(stampFile, JSON.stringify({ times: print.times, content: print.content() }));
}
