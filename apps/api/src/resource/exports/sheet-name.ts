/** The longest name that spreadsheets take for a sheet, and what they refuse in one. */
const LONGEST_NAME = 31;
const REFUSED_IN_NAME = /[[\]:*?/\\]/g;

/** A name that no other sheet has: whole where it fits; what is longer is cut between words. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(REFUSED_IN_NAME, ' ');
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : ` ${count}`;
    const name = cutBetweenWords(plain, LONGEST_NAME - ending.length) + ending;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function cutBetweenWords(name: string, most: number): string {
  if (name.length <= most) return name;
  const space = name.lastIndexOf(' ', most);
  return name.slice(0, space > 0 ? space : most);
}
