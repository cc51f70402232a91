/** Where each province of the map has most room, in the map's own measure. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  dr: [529, 183],
  fl: [355, 285],
  fr: [387, 129],
  ge: [407, 389],
  gr: [525, 68],
  li: [405, 590],
  nb: [332, 520],
  nh: [228, 272],
  ov: [487, 298],
  ut: [306, 385],
  ze: [76, 538],
  zh: [180, 423],
};

export const labelPlace = (id: string): readonly [number, number] => PLACES[id] ?? [0, 0];
